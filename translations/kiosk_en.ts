<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="de">
<context>
    <name>AcknowledgeInput</name>
    <message>
        <source>Ich habe das gelesen.</source>
        <translation>I have read this.</translation>
    </message>
    <message>
        <source>Ausgewählt.</source>
        <translation>Selected.</translation>
    </message>
</context>
<context>
    <name>BottomStrip</name>
    <message>
        <source>Zurück</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Weiter</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Vorlesen</source>
        <translation>Read aloud</translation>
    </message>
    <message>
        <source>Vorlesen anhalten</source>
        <translation>Stop reading</translation>
    </message>
    <message>
        <source>Kein Ton</source>
        <translation>No sound</translation>
    </message>
    <message>
        <source>Keine Stimme</source>
        <translation>No voice</translation>
    </message>
</context>
<context>
    <name>ChoiceInput</name>
    <message>
        <source>Mehr als {most} gehen hier nicht.</source>
        <translation>No more than {most} here.</translation>
    </message>
    <message>
        <source>Gewählt: {count} von {most}</source>
        <translation>Chosen: {count} of {most}</translation>
    </message>
    <message>
        <source>Sie haben schon {most} Antworten gewählt. Mehr geht hier nicht.</source>
        <translation>You have already chosen {most} answers. No more are possible here.</translation>
    </message>
    <message>
        <source>Sie können bis zu {most} Antworten wählen. Gewählt: {count}</source>
        <translation>You can choose up to {most} answers. Chosen: {count}</translation>
    </message>
    <message>
        <source>Antwort {number}: {label}</source>
        <translation>Answer {number}: {label}</translation>
    </message>
    <message>
        <source>Ausgewählt</source>
        <translation>Selected</translation>
    </message>
    <message>
        <source>Was heißt das?</source>
        <translation>What is this?</translation>
    </message>
</context>
<context>
    <name>ClosedScreen</name>
    <message>
        <source>Für Mitarbeitende</source>
        <translation>For staff</translation>
    </message>
    <message>
        <source>Wir machen gerade eine Pause.</source>
        <translation>We are taking a short break.</translation>
    </message>
    <message>
        <source>Es geht bald weiter.</source>
        <translation>We will be back soon.</translation>
    </message>
    <message>
        <source>Die Umfrage ist gerade geschlossen.</source>
        <translation>The survey is closed at the moment.</translation>
    </message>
    <message>
        <source>Möchten Sie teilnehmen? Bitte sprechen Sie uns an.</source>
        <translation>Would you like to take part? Please ask us.</translation>
    </message>
</context>
<context>
    <name>ConfirmDiscardScreen</name>
    <message>
        <source>Möchten Sie alle Ihre Antworten verwerfen?</source>
        <translation>Do you want to discard all your answers?</translation>
    </message>
    <message>
        <source>Wir löschen sie dann. Das können wir nicht rückgängig machen.</source>
        <translation>We will then delete them. We cannot undo this.</translation>
    </message>
    <message>
        <source>Ja, alles verwerfen</source>
        <translation>Yes, discard everything</translation>
    </message>
    <message>
        <source>Weiter ausfüllen</source>
        <translation>Carry on</translation>
    </message>
</context>
<context>
    <name>Curtain</name>
    <message>
        <source>Bildschirm einschalten</source>
        <translation>Switch the screen on</translation>
    </message>
</context>
<context>
    <name>DecimalInput</name>
    <message>
        <source>Ihre Zahl</source>
        <translation>Your number</translation>
    </message>
    <message>
        <source>noch keine Zahl</source>
        <translation>no number yet</translation>
    </message>
    <message>
        <source>Ihre Zahl: {number}.</source>
        <translation>Your number: {number}.</translation>
    </message>
    <message>
        <source>Höchstens {highest}</source>
        <translation>At most {highest}</translation>
    </message>
    <message>
        <source>Mindestens {lowest}</source>
        <translation>At least {lowest}</translation>
    </message>
    <message>
        <source>Von {lowest} bis {highest}</source>
        <translation>From {lowest} to {highest}</translation>
    </message>
    <message>
        <source>Mehr als {most} Ziffern nach dem Komma gehen hier nicht.</source>
        <translation>No more than {most} digits after the point here.</translation>
    </message>
    <message>
        <source>Mehr als {most} Ziffern gehen hier nicht.</source>
        <translation>No more than {most} digits here.</translation>
    </message>
    <message>
        <source>Bitte tippen Sie noch die Zahl ein.</source>
        <translation>Please type the number.</translation>
    </message>
</context>
<context>
    <name>Decision</name>
    <message>
        <source>Bitte wählen Sie eine Antwort.</source>
        <translation>Please choose an answer.</translation>
    </message>
</context>
<context>
    <name>DigitPad</name>
    <message>
        <source>Löschen</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Minus</source>
        <translation>Minus</translation>
    </message>
    <message>
        <source>Komma</source>
        <translation>Comma</translation>
    </message>
    <message>
        <source>Punkt</source>
        <translation>Point</translation>
    </message>
</context>
<context>
    <name>DigitsInput</name>
    <message>
        <source>Ihre Ziffern</source>
        <translation>Your digits</translation>
    </message>
    <message>
        <source>noch keine Ziffern</source>
        <translation>no digits yet</translation>
    </message>
    <message>
        <source>Noch 1 Ziffer</source>
        <translation>1 more digit</translation>
    </message>
    <message>
        <source>Noch {left} Ziffern</source>
        <translation>{left} more digits</translation>
    </message>
    <message>
        <source>Tippen Sie auf die Ziffern.</source>
        <translation>Tap the digits.</translation>
    </message>
    <message>
        <source>Mehr als {most} Ziffern gehen hier nicht.</source>
        <translation>No more than {most} digits here.</translation>
    </message>
</context>
<context>
    <name>DisplayPanel</name>
    <message>
        <source>Darstellung</source>
        <translation>Display</translation>
    </message>
    <message>
        <source>So finden alle das Gerät vor</source>
        <translation>How everybody finds the terminal</translation>
    </message>
    <message>
        <source>Fertig</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Mehr zeigen
({page} von {pages})</source>
        <translation>Show more
({page} of {pages})</translation>
    </message>
    <message>
        <source>Von vorn
({page} von {pages})</source>
        <translation>From the start
({page} of {pages})</translation>
    </message>
    <message>
        <source>Alles zurücksetzen</source>
        <translation>Reset everything</translation>
    </message>
    <message>
        <source>Schrift</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>Farben</source>
        <translation>Colours</translation>
    </message>
    <message>
        <source>Vorlesen</source>
        <translation>Read aloud</translation>
    </message>
    <message>
        <source>Sprache</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Lautstärke</source>
        <translation>Loudness</translation>
    </message>
    <message>
        <source>Tempo</source>
        <translation>Speed</translation>
    </message>
    <message>
        <source>Stimme</source>
        <translation>Voice</translation>
    </message>
    <message>
        <source>Tasten</source>
        <translation>Buttons</translation>
    </message>
    <message>
        <source>Antippen</source>
        <translation>Touch</translation>
    </message>
    <message>
        <source>„Weiter“ und „Zurück“</source>
        <translation>“Next” and “Back”</translation>
    </message>
    <message>
        <source>Ansicht</source>
        <translation>View</translation>
    </message>
    <message>
        <source>Tastatur</source>
        <translation>Keyboard</translation>
    </message>
    <message>
        <source>Bildschirm</source>
        <translation>Screen</translation>
    </message>
    <message>
        <source>{step} von {steps}</source>
        <translation>{step} of {steps}</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Groß</source>
        <translation>Large</translation>
    </message>
    <message>
        <source>Sehr groß</source>
        <translation>Very large</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Schwarz auf Weiß</source>
        <translation>Black on white</translation>
    </message>
    <message>
        <source>Weiß auf Schwarz</source>
        <translation>White on black</translation>
    </message>
    <message>
        <source>Gelb auf Schwarz</source>
        <translation>Yellow on black</translation>
    </message>
    <message>
        <source>Sanft</source>
        <translation>Soft</translation>
    </message>
    <message>
        <source>An</source>
        <translation>On</translation>
    </message>
    <message>
        <source>Tief</source>
        <translation>Low</translation>
    </message>
    <message>
        <source>Hoch</source>
        <translation>High</translation>
    </message>
    <message>
        <source>Aus, nur Ton</source>
        <translation>Off, sound only</translation>
    </message>
    <message>
        <source>Lauter</source>
        <translation>Louder</translation>
    </message>
    <message>
        <source>Leiser</source>
        <translation>Softer</translation>
    </message>
    <message>
        <source>Schneller</source>
        <translation>Faster</translation>
    </message>
    <message>
        <source>Langsamer</source>
        <translation>Slower</translation>
    </message>
    <message>
        <source>Aus</source>
        <translation>Off</translation>
    </message>
    <message>
        <source>Ruhig</source>
        <translation>Calm</translation>
    </message>
    <message>
        <source>Ganze Breite</source>
        <translation>Full width</translation>
    </message>
    <message>
        <source>Rechts</source>
        <translation>Right</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>Einfach</source>
        <translation>Simple</translation>
    </message>
    <message>
        <source>QWERTZ</source>
        <translation>QWERTZ</translation>
    </message>
    <message>
        <source>ABC</source>
        <translation>ABC</translation>
    </message>
    <message>
        <source>Schließen</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>{answer}, ausgewählt</source>
        <translation>{answer}, selected</translation>
    </message>
</context>
<context>
    <name>DisplayScreen</name>
    <message>
        <source>Wie groß soll die Schrift sein?</source>
        <translation>How large should the text be?</translation>
    </message>
    <message>
        <source>Soll das Gerät vorlesen?</source>
        <translation>Read everything aloud?</translation>
    </message>
    <message>
        <source>Normal: so groß</source>
        <translation>Normal: this size</translation>
    </message>
    <message>
        <source>Groß: so groß</source>
        <translation>Large: this size</translation>
    </message>
    <message>
        <source>Sehr groß: so groß</source>
        <translation>Very large: this size</translation>
    </message>
    <message>
        <source>Nein</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Ja</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>Vorlesen: Nein</source>
        <translation>Read aloud: no</translation>
    </message>
    <message>
        <source>Vorlesen: Ja</source>
        <translation>Read aloud: yes</translation>
    </message>
</context>
<context>
    <name>GoodbyeScreen</name>
    <message>
        <source>Zum Anfang</source>
        <translation>To the start</translation>
    </message>
    <message>
        <source>Vielen Dank! Ihre Antworten sind gespeichert.</source>
        <translation>Thank you! Your answers are saved.</translation>
    </message>
    <message>
        <source>Schön, dass Sie sich dafür interessieren! Diese Umfrage ist für Menschen ab 14 Jahren. Wir haben keine Antworten gespeichert.</source>
        <translation>It is great that you are interested! This survey is for people aged 14 and over. We have not saved any answers.</translation>
    </message>
    <message>
        <source>Vielen Dank für Ihr Interesse! Wir haben keine Antworten gespeichert.</source>
        <translation>Thank you for your interest! We have not saved any answers.</translation>
    </message>
    <message>
        <source>Wir haben Ihre Antworten verworfen. Nichts davon ist gespeichert.</source>
        <translation>We have discarded your answers. Nothing of them is saved.</translation>
    </message>
</context>
<context>
    <name>HelpCalledScreen</name>
    <message>
        <source>Hilfe</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>Bitte warten Sie. Hilfe kommt.</source>
        <translation>Please wait. Help is coming.</translation>
    </message>
    <message>
        <source>Ihre Antworten sind jetzt nicht zu sehen.</source>
        <translation>Your answers cannot be seen now.</translation>
    </message>
    <message>
        <source>Sie haben Zeit, so viel Sie möchten.</source>
        <translation>Take all the time you like.</translation>
    </message>
    <message>
        <source>Weiter ausfüllen</source>
        <translation>Carry on</translation>
    </message>
    <message>
        <source>Jemand hilft mir</source>
        <translation>Somebody helps me</translation>
    </message>
    <message>
        <source>Jemand tippt für mich</source>
        <translation>Somebody taps for me</translation>
    </message>
    <message>
        <source>Jemand anderes hilft mir</source>
        <translation>Somebody else helps me</translation>
    </message>
    <message>
        <source>Jemand anderes tippt für mich</source>
        <translation>Somebody else taps for me</translation>
    </message>
    <message>
        <source>Ich mache allein weiter</source>
        <translation>I will go on alone</translation>
    </message>
</context>
<context>
    <name>HelpingBanner</name>
    <message>
        <source>Jemand hilft Ihnen.</source>
        <translation>Somebody is helping you.</translation>
    </message>
    <message>
        <source>Jemand tippt für Sie.</source>
        <translation>Somebody is tapping for you.</translation>
    </message>
    <message>
        <source>Ich mache allein weiter</source>
        <translation>I will go on alone</translation>
    </message>
</context>
<context>
    <name>HiddenScreen</name>
    <message>
        <source>Ja, neu beginnen</source>
        <translation>Yes, start again</translation>
    </message>
    <message>
        <source>Neu beginnen</source>
        <translation>Start again</translation>
    </message>
    <message>
        <source>Nein, zurück</source>
        <translation>No, go back</translation>
    </message>
    <message>
        <source>Weiter mit PIN</source>
        <translation>Go on with PIN</translation>
    </message>
    <message>
        <source>Möchten Sie neu beginnen?</source>
        <translation>Do you want to start again?</translation>
    </message>
    <message>
        <source>Die angehaltene Umfrage ist dann zu Ende.</source>
        <translation>The paused survey then ends.</translation>
    </message>
    <message>
        <source>Die Antworten darin speichern wir anonym.</source>
        <translation>We will save its answers anonymously.</translation>
    </message>
    <message>
        <source>Die Antworten darin löschen wir.</source>
        <translation>We will delete its answers.</translation>
    </message>
    <message>
        <source>Noch {n} Minuten ist das möglich.</source>
        <translation>This is possible for {n} more minutes.</translation>
    </message>
    <message>
        <source>Noch eine Minute ist das möglich.</source>
        <translation>This is possible for one more minute.</translation>
    </message>
    <message>
        <source>Danach speichern wir die Antworten anonym.</source>
        <translation>After that we save the answers anonymously.</translation>
    </message>
    <message>
        <source>Danach löschen wir die Antworten.</source>
        <translation>After that we delete the answers.</translation>
    </message>
    <message>
        <source>Diese Umfrage ist angehalten.</source>
        <translation>This survey is paused.</translation>
    </message>
    <message>
        <source>Möchten Sie weitermachen? Rufen Sie bitte jemanden vom Personal.</source>
        <translation>Do you want to go on? Please call a member of staff.</translation>
    </message>
</context>
<context>
    <name>HintPanel</name>
    <message>
        <source>Was heißt das?</source>
        <translation>What is this?</translation>
    </message>
    <message>
        <source>Zurück zur Frage</source>
        <translation>Back to the question</translation>
    </message>
    <message>
        <source>Von vorn
({page} von {pages})</source>
        <translation>From the start
({page} of {pages})</translation>
    </message>
    <message>
        <source>Mehr lesen
({page} von {pages})</source>
        <translation>Read more
({page} of {pages})</translation>
    </message>
</context>
<context>
    <name>Keyboard</name>
    <message>
        <source>Groß</source>
        <translation>Caps</translation>
    </message>
    <message>
        <source>abc</source>
        <translation>abc</translation>
    </message>
    <message>
        <source>Buchstaben</source>
        <translation>Letters</translation>
    </message>
    <message>
        <source>Ziffern und Zeichen</source>
        <translation>Digits and signs</translation>
    </message>
    <message>
        <source>Buchstaben von A bis Z</source>
        <translation>Letters from A to Z</translation>
    </message>
    <message>
        <source>Buchstaben wie auf der Schreibmaschine</source>
        <translation>Letters as on a German typewriter</translation>
    </message>
    <message>
        <source>Leerzeichen</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>Löschen</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Punkt</source>
        <translation>Full stop</translation>
    </message>
    <message>
        <source>Komma</source>
        <translation>Comma</translation>
    </message>
    <message>
        <source>Bindestrich</source>
        <translation>Hyphen</translation>
    </message>
    <message>
        <source>Gedankenstrich</source>
        <translation>Dash</translation>
    </message>
    <message>
        <source>Doppelpunkt</source>
        <translation>Colon</translation>
    </message>
    <message>
        <source>Strichpunkt</source>
        <translation>Semicolon</translation>
    </message>
    <message>
        <source>Schrägstrich</source>
        <translation>Slash</translation>
    </message>
    <message>
        <source>Klammer auf</source>
        <translation>Opening bracket</translation>
    </message>
    <message>
        <source>Klammer zu</source>
        <translation>Closing bracket</translation>
    </message>
    <message>
        <source>Ausrufezeichen</source>
        <translation>Exclamation mark</translation>
    </message>
    <message>
        <source>Fragezeichen</source>
        <translation>Question mark</translation>
    </message>
    <message>
        <source>Auslassungspunkte</source>
        <translation>Dots</translation>
    </message>
    <message>
        <source>Anführung unten</source>
        <translation>Low quotation mark</translation>
    </message>
    <message>
        <source>Anführung oben</source>
        <translation>High quotation mark</translation>
    </message>
    <message>
        <source>Anführungszeichen</source>
        <translation>Quotation mark</translation>
    </message>
    <message>
        <source>Apostroph</source>
        <translation>Apostrophe</translation>
    </message>
    <message>
        <source>Und-Zeichen</source>
        <translation>Ampersand</translation>
    </message>
    <message>
        <source>Prozent</source>
        <translation>Per cent</translation>
    </message>
    <message>
        <source>Plus</source>
        <translation>Plus</translation>
    </message>
    <message>
        <source>Sternchen</source>
        <translation>Asterisk</translation>
    </message>
    <message>
        <source>Gleich</source>
        <translation>Equals</translation>
    </message>
    <message>
        <source>Euro</source>
        <translation>Euro</translation>
    </message>
</context>
<context>
    <name>Keypad</name>
    <message>
        <source>Löschen</source>
        <translation>Delete</translation>
    </message>
</context>
<context>
    <name>LanguageScreen</name>
    <message>
        <source>Welche Sprache möchten Sie?</source>
        <translation>Which language would you like?</translation>
    </message>
</context>
<context>
    <name>MomentInput</name>
    <message>
        <source>Uhr</source>
        <translation>&#xa0;</translation>
    </message>
    <message>
        <source>{hour}:{minute} Uhr</source>
        <translation>{hour}:{minute}</translation>
    </message>
    <message>
        <source>{hour} Uhr</source>
        <translation>hour {hour}</translation>
    </message>
    <message>
        <source>Tippen Sie auf die Ziffern.</source>
        <translation>Tap the digits.</translation>
    </message>
    <message>
        <source>Zur Wahl stehen {first} bis {last}.</source>
        <translation>You can choose from {first} to {last}.</translation>
    </message>
    <message>
        <source>Das Jahr hat schon 4 Ziffern.</source>
        <translation>The year already has 4 digits.</translation>
    </message>
    <message>
        <source>Bitte tippen Sie das Jahr mit 4 Ziffern ein.</source>
        <translation>Please type the year with 4 digits.</translation>
    </message>
    <message>
        <source>Die Minuten haben schon 2 Ziffern.</source>
        <translation>The minutes already have 2 digits.</translation>
    </message>
    <message>
        <source>Die Minuten gehen von 00 bis 59.</source>
        <translation>Minutes go from 00 to 59.</translation>
    </message>
    <message>
        <source>Tippen Sie das Jahr ein, mit 4 Ziffern.</source>
        <translation>Type the year, with 4 digits.</translation>
    </message>
    <message>
        <source>Tippen Sie die Minuten ein, mit 2 Ziffern.</source>
        <translation>Type the minutes, with 2 digits.</translation>
    </message>
    <message>
        <source>Tippen Sie auf den Tag.</source>
        <translation>Tap the day.</translation>
    </message>
    <message>
        <source>Tippen Sie auf den Monat.</source>
        <translation>Tap the month.</translation>
    </message>
    <message>
        <source>Tippen Sie auf die Stunde.</source>
        <translation>Tap the hour.</translation>
    </message>
    <message>
        <source>Tippen Sie auf die Minuten.</source>
        <translation>Tap the minutes.</translation>
    </message>
    <message>
        <source>Tippen Sie jetzt auf „Weiter“.</source>
        <translation>Now tap “Next”.</translation>
    </message>
    <message>
        <source>Bitte wählen Sie noch den Tag.</source>
        <translation>Please choose the day as well.</translation>
    </message>
    <message>
        <source>Bitte wählen Sie noch den Monat.</source>
        <translation>Please choose the month as well.</translation>
    </message>
    <message>
        <source>Bitte wählen Sie noch das Jahr.</source>
        <translation>Please choose the year as well.</translation>
    </message>
    <message>
        <source>Bitte wählen Sie noch die Stunde.</source>
        <translation>Please choose the hour as well.</translation>
    </message>
    <message>
        <source>Bitte wählen Sie noch die Minuten.</source>
        <translation>Please choose the minutes as well.</translation>
    </message>
    <message>
        <source>{day}.</source>
        <translation>{day}</translation>
    </message>
    <message>
        <source>Den {day} {month} gibt es {year} nicht. Bitte ändern Sie das Datum.</source>
        <translation>There is no {day} {month} in {year}. Please change the date.</translation>
    </message>
    <message>
        <source>Den {day} {month} gibt es nicht. Bitte ändern Sie das Datum.</source>
        <translation>There is no {day} {month}. Please change the date.</translation>
    </message>
    <message>
        <source>Ihre Antwort: {answer}</source>
        <translation>Your answer: {answer}</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Monat</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>Jahr</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>Stunde</source>
        <translation>Hour</translation>
    </message>
    <message>
        <source>Minuten</source>
        <translation>Minutes</translation>
    </message>
    <message>
        <source>noch nicht gewählt</source>
        <translation>not chosen yet</translation>
    </message>
    <message>
        <source>{minute} Minuten</source>
        <translation>{minute} minutes</translation>
    </message>
    <message>
        <source>Andere Minuten</source>
        <translation>Other minutes</translation>
    </message>
    <message>
        <source>Viertelstunden</source>
        <translation>Every 15 minutes</translation>
    </message>
</context>
<context>
    <name>Narrator</name>
    <message>
        <source>Textfeld: {text}</source>
        <translation>Text field: {text}</translation>
    </message>
    <message>
        <source>schreiben</source>
        <translation>write</translation>
    </message>
    <message>
        <source>Ausgewählt</source>
        <translation>Selected</translation>
    </message>
    <message>
        <source>Reihe: {first} bis {last}.</source>
        <translation>Row: {first} to {last}.</translation>
    </message>
    <message>
        <source>Sie sind bei: {words}</source>
        <translation>You are at: {words}</translation>
    </message>
    <message>
        <source>Der Bildschirm ist aus.</source>
        <translation>The screen is off.</translation>
    </message>
    <message>
        <source>Jetzt wird alles vorgelesen.</source>
        <translation>Now everything is read aloud.</translation>
    </message>
    <message>
        <source>Mit der ersten Taste gehen Sie weiter. Mit der zweiten wählen Sie.</source>
        <translation>The first key leads on. The second key chooses.</translation>
    </message>
    <message>
        <source>Mit den Pfeil-Tasten gehen Sie weiter. Mit der Eingabe-Taste wählen Sie.</source>
        <translation>The arrow keys lead on. The Enter key chooses.</translation>
    </message>
    <message>
        <source>Sie hören über Kopfhörer.</source>
        <translation>You are listening through headphones.</translation>
    </message>
    <message>
        <source>Der Kopfhörer ist ab. Jetzt hören andere mit.</source>
        <translation>The headphones are out. Others can hear this now.</translation>
    </message>
    <message>
        <source>Nicht mehr ausgewählt: {name}.</source>
        <translation>No longer selected: {name}.</translation>
    </message>
    <message>
        <source>{number} von {count}</source>
        <translation>{number} of {count}</translation>
    </message>
    <message>
        <source>Tippen Sie in die Mitte. Dann geht der Bildschirm an.</source>
        <translation>Tap the middle. Then the screen goes on.</translation>
    </message>
</context>
<context>
    <name>NumberInput</name>
    <message>
        <source>Eins weniger</source>
        <translation>One less</translation>
    </message>
    <message>
        <source>Eins mehr</source>
        <translation>One more</translation>
    </message>
    <message>
        <source>Löschen</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Ihre Zahl</source>
        <translation>Your number</translation>
    </message>
    <message>
        <source>noch keine Zahl</source>
        <translation>no number yet</translation>
    </message>
    <message>
        <source>Ihre Zahl: {number}.</source>
        <translation>Your number: {number}.</translation>
    </message>
    <message>
        <source>Höchstens {highest}</source>
        <translation>At most {highest}</translation>
    </message>
    <message>
        <source>Mindestens {lowest}</source>
        <translation>At least {lowest}</translation>
    </message>
    <message>
        <source>Von {lowest} bis {highest}</source>
        <translation>From {lowest} to {highest}</translation>
    </message>
</context>
<context>
    <name>OutOfOrderScreen</name>
    <message>
        <source>Für Mitarbeitende:</source>
        <translation>For staff:</translation>
    </message>
    <message>
        <source>Dieses Gerät macht gerade Pause.</source>
        <translation>This device is taking a break.</translation>
    </message>
    <message>
        <source>Bitte sagen Sie uns Bescheid. Vielen Dank!</source>
        <translation>Please let us know. Thank you!</translation>
    </message>
</context>
<context>
    <name>Pager</name>
    <message>
        <source>Weitere
({page} von {pages})</source>
        <translation>More
({page} of {pages})</translation>
    </message>
    <message>
        <source>Von vorn
({page} von {pages})</source>
        <translation>From the start
({page} of {pages})</translation>
    </message>
    <message>
        <source>Weitere Antworten
(Seite {page} von {pages})</source>
        <translation>More answers
(page {page} of {pages})</translation>
    </message>
    <message>
        <source>Wieder von vorn
(Seite {page} von {pages})</source>
        <translation>Back to the start
(page {page} of {pages})</translation>
    </message>
</context>
<context>
    <name>ParticipationScreen</name>
    <message>
        <source>Mehr zum Datenschutz</source>
        <translation>More about data protection</translation>
    </message>
    <message>
        <source>Weiter lesen</source>
        <translation>Read on</translation>
    </message>
</context>
<context>
    <name>PauseScreen</name>
    <message>
        <source>Kurz ausruhen</source>
        <translation>Rest a little</translation>
    </message>
    <message>
        <source>Ja, hier aufhören</source>
        <translation>Yes, stop here</translation>
    </message>
    <message>
        <source>Weiter ausfüllen</source>
        <translation>Carry on</translation>
    </message>
    <message>
        <source>Möchten Sie hier aufhören?</source>
        <translation>Do you want to stop here?</translation>
    </message>
    <message>
        <source>Wir speichern Ihre bisherigen Antworten anonym.</source>
        <translation>We will save your answers so far anonymously.</translation>
    </message>
    <message>
        <source>Hier aufhören und abgeben</source>
        <translation>Stop here and hand in</translation>
    </message>
    <message>
        <source>Ruhen Sie sich aus.</source>
        <translation>Take a rest.</translation>
    </message>
    <message>
        <source>Ihre Antworten sind nicht zu sehen.</source>
        <translation>Your answers cannot be seen.</translation>
    </message>
    <message>
        <source>Tippen Sie auf „Weiter“, wenn Sie so weit sind.</source>
        <translation>Tap “Next” when you are ready.</translation>
    </message>
    <message>
        <source>Mehr als die Hälfte ist geschafft.</source>
        <translation>More than half is done.</translation>
    </message>
    <message>
        <source>Möchten Sie eine Pause machen?</source>
        <translation>Would you like a break?</translation>
    </message>
</context>
<context>
    <name>PinDots</name>
    <message>
        <source>{n} Ziffern eingegeben</source>
        <translation>Digits entered: {n}</translation>
    </message>
</context>
<context>
    <name>PinScreen</name>
    <message>
        <source>Für Mitarbeitende</source>
        <translation>For staff</translation>
    </message>
    <message>
        <source>Diese PIN stimmt nicht. Bitte versuchen Sie es noch einmal.</source>
        <translation>This PIN is not right. Please try again.</translation>
    </message>
    <message>
        <source>Diese Umfrage ist für Mitarbeitende der Stadt. Bitte geben Sie die gemeinsame PIN ein.</source>
        <translation>This survey is for people who work for the town. Please enter the shared PIN.</translation>
    </message>
    <message>
        <source>Weiter</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Bitte geben Sie die neue PIN noch einmal ein.</source>
        <translation>Please enter the new PIN once more.</translation>
    </message>
    <message>
        <source>Bitte wählen Sie eine eigene PIN. Sie hat mindestens sechs Ziffern.</source>
        <translation>Please choose a PIN of your own. It has at least six digits.</translation>
    </message>
    <message>
        <source>Bitte geben Sie Ihre PIN ein. Dann geht die Umfrage weiter.</source>
        <translation>Please enter your PIN. The survey then goes on.</translation>
    </message>
    <message>
        <source>Ihre PIN schaltet die Zeitgrenze für diese Umfrage wieder ein.</source>
        <translation>Your PIN switches the time limit for this survey back on.</translation>
    </message>
    <message>
        <source>Ihre PIN schaltet die Zeitgrenze für diese Umfrage aus.</source>
        <translation>Your PIN switches the time limit for this survey off.</translation>
    </message>
    <message>
        <source>Bitte geben Sie Ihre PIN ein.</source>
        <translation>Please enter your PIN.</translation>
    </message>
    <message>
        <source>Anmelden</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>Zu viele falsche Versuche. Bitte warten Sie noch {n} Minuten.</source>
        <translation>Too many wrong attempts. Please wait. Minutes left: {n}</translation>
    </message>
    <message>
        <source>Zu viele falsche Versuche. Bitte warten Sie noch {n} Sekunden.</source>
        <translation>Too many wrong attempts. Please wait. Seconds left: {n}</translation>
    </message>
</context>
<context>
    <name>PracticeScreen</name>
    <message>
        <source>Apfel</source>
        <translation>Apple</translation>
    </message>
    <message>
        <source>Birne</source>
        <translation>Pear</translation>
    </message>
    <message>
        <source>Pflaume</source>
        <translation>Plum</translation>
    </message>
    <message>
        <source>Fällt das Antippen schwer?</source>
        <translation>Is tapping difficult?</translation>
    </message>
    <message>
        <source>Größere Tasten</source>
        <translation>Larger buttons</translation>
    </message>
    <message>
        <source>Ruhiger antippen</source>
        <translation>Calmer touch</translation>
    </message>
    <message>
        <source>Alles vorlesen lassen</source>
        <translation>Have everything read aloud</translation>
    </message>
    <message>
        <source>Jemand soll mir helfen</source>
        <translation>Somebody should help me</translation>
    </message>
    <message>
        <source>So weitermachen</source>
        <translation>Go on like this</translation>
    </message>
    <message>
        <source>Übung auslassen</source>
        <translation>Skip this</translation>
    </message>
    <message>
        <source>Gut. So geht es.
Tippen Sie jetzt auf „Weiter“.</source>
        <translation>Good. That is how it works.
Now tap “Next”.</translation>
    </message>
    <message>
        <source>Das war „{chosen}“.
Bitte tippen Sie auf „{wanted}“.</source>
        <translation>That was “{chosen}”.
Please tap “{wanted}”.</translation>
    </message>
    <message>
        <source>Zum Üben:
Bitte tippen Sie auf „{wanted}“.</source>
        <translation>To practise:
please tap “{wanted}”.</translation>
    </message>
</context>
<context>
    <name>PrivacyScreen</name>
    <message>
        <source>Ich mache allein weiter</source>
        <translation>I will go on alone</translation>
    </message>
    <message>
        <source>Zur Übersicht</source>
        <translation>To the overview</translation>
    </message>
    <message>
        <source>Diese Antworten sehen nur Sie.</source>
        <translation>Only you see these answers.</translation>
    </message>
    <message>
        <source>Wer hilft, soll dann bitte wegschauen.</source>
        <translation>Whoever helps, please look away then.</translation>
    </message>
    <message>
        <source>Wer hilft, soll frühere Antworten nicht sehen.</source>
        <translation>Whoever helps should not see earlier answers.</translation>
    </message>
    <message>
        <source>Ihre Antworten bis hier sind jetzt verborgen.</source>
        <translation>Your answers so far are now hidden.</translation>
    </message>
    <message>
        <source>Machen Sie wieder allein weiter? Dann sehen Sie alles.</source>
        <translation>When you go on alone, you see everything again.</translation>
    </message>
</context>
<context>
    <name>QuestionScreen</name>
    <message>
        <source>Bitte geben Sie eine Zahl von {lowest} bis {highest} ein.</source>
        <translation>Please enter a number from {lowest} to {highest}.</translation>
    </message>
    <message>
        <source>Bitte geben Sie mindestens {lowest} ein.</source>
        <translation>Please enter at least {lowest}.</translation>
    </message>
    <message>
        <source>Bitte geben Sie höchstens {highest} ein.</source>
        <translation>Please enter at most {highest}.</translation>
    </message>
    <message>
        <source>Diese Zahl geht hier nicht. Bitte geben Sie eine andere ein.</source>
        <translation>This number is not possible here. Please enter another one.</translation>
    </message>
    <message>
        <source>Das sind zu viele Antworten. Bitte nehmen Sie eine weg.</source>
        <translation>Those are too many answers. Please remove one.</translation>
    </message>
    <message>
        <source>Der Text ist zu lang. Bitte kürzen Sie ihn.</source>
        <translation>The text is too long. Please shorten it.</translation>
    </message>
    <message>
        <source>Bitte geben Sie eine Zahl ein.</source>
        <translation>Please enter a number.</translation>
    </message>
    <message>
        <source>Diesen Tag oder diese Uhrzeit gibt es nicht. Bitte prüfen Sie.</source>
        <translation>This day or time does not exist. Please check.</translation>
    </message>
    <message>
        <source>Hier brauchen wir eine Antwort. Dann geht es weiter.</source>
        <translation>We need an answer here. Then you can go on.</translation>
    </message>
    <message>
        <source>Bitte schreiben Sie keine Namen oder Adressen. Sonst machen wir sie unkenntlich.</source>
        <translation>Please do not write names or addresses. Otherwise we make them unreadable.</translation>
    </message>
    <message>
        <source>Diese Angabe steht schon fest. Sie lässt sich nicht ändern.</source>
        <translation>This answer is already set. It cannot be changed.</translation>
    </message>
    <message>
        <source>Diese Antwort geht hier nicht. Bitte wählen Sie eine andere.</source>
        <translation>This answer is not possible here. Please choose another one.</translation>
    </message>
</context>
<context>
    <name>RangeInput</name>
    <message>
        <source>Ihre Zahl</source>
        <translation>Your number</translation>
    </message>
    <message>
        <source>noch keine Zahl</source>
        <translation>no number yet</translation>
    </message>
    <message>
        <source>{amount} weniger</source>
        <translation>{amount} less</translation>
    </message>
    <message>
        <source>{amount} mehr</source>
        <translation>{amount} more</translation>
    </message>
    <message>
        <source>Ihre Zahl: {number}.</source>
        <translation>Your number: {number}.</translation>
    </message>
    <message>
        <source>Die Zahl liegt zwischen {lowest} und {highest}.</source>
        <translation>The number is between {lowest} and {highest}.</translation>
    </message>
</context>
<context>
    <name>RankInput</name>
    <message>
        <source>Alle Plätze sind vergeben. Sie können einen wegnehmen.</source>
        <translation>All places are taken. You can free one.</translation>
    </message>
    <message>
        <source>Bitte tippen Sie auf das Wichtigste zuerst.</source>
        <translation>Please tap the most important one first.</translation>
    </message>
    <message>
        <source>Was kommt dann? Vergeben: {given} von {places}</source>
        <translation>What comes next? Taken: {given} of {places}</translation>
    </message>
    <message>
        <source>Alle Plätze sind vergeben.</source>
        <translation>All places are taken.</translation>
    </message>
    <message>
        <source>Platz {place}</source>
        <translation>Place {place}</translation>
    </message>
</context>
<context>
    <name>ReadonlyInput</name>
    <message>
        <source>Gelesen</source>
        <translation>Read</translation>
    </message>
    <message>
        <source>{time} Uhr</source>
        <translation>{time}</translation>
    </message>
</context>
<context>
    <name>Reminder</name>
    <message>
        <source>Sie haben nichts geschrieben.</source>
        <translation>You have not written anything.</translation>
    </message>
    <message>
        <source>Etwas schreiben</source>
        <translation>Write something</translation>
    </message>
    <message>
        <source>Sie haben keine Zahl gewählt.</source>
        <translation>You have not chosen a number.</translation>
    </message>
    <message>
        <source>Zahl wählen</source>
        <translation>Choose a number</translation>
    </message>
    <message>
        <source>Sie haben kein Datum gewählt.</source>
        <translation>You have not chosen a date.</translation>
    </message>
    <message>
        <source>Datum wählen</source>
        <translation>Choose a date</translation>
    </message>
    <message>
        <source>Sie haben keine Uhrzeit gewählt.</source>
        <translation>You have not chosen a time.</translation>
    </message>
    <message>
        <source>Uhrzeit wählen</source>
        <translation>Choose a time</translation>
    </message>
    <message>
        <source>Sie haben Tag und Uhrzeit nicht gewählt.</source>
        <translation>You have not chosen day and time.</translation>
    </message>
    <message>
        <source>Beides wählen</source>
        <translation>Choose both</translation>
    </message>
    <message>
        <source>Sie haben „Ich habe das gelesen“ nicht angetippt.</source>
        <translation>You have not tapped “I have read this”.</translation>
    </message>
    <message>
        <source>Zurück zum Text</source>
        <translation>Back to the text</translation>
    </message>
    <message>
        <source>Sie haben nichts ausgewählt.</source>
        <translation>You have not chosen anything.</translation>
    </message>
    <message>
        <source>Antwort wählen</source>
        <translation>Choose an answer</translation>
    </message>
    <message>
        <source>Ohne Antwort weiter</source>
        <translation>Skip this question</translation>
    </message>
</context>
<context>
    <name>RepeatInput</name>
    <message>
        <source>Ja, eine Angabe</source>
        <translation>Yes, one entry</translation>
    </message>
    <message>
        <source>Ja, noch eine Angabe</source>
        <translation>Yes, one more entry</translation>
    </message>
    <message>
        <source>Nein, weiter</source>
        <translation>No, go on</translation>
    </message>
    <message>
        <source>Letzte Angabe entfernen</source>
        <translation>Remove the last entry</translation>
    </message>
    <message>
        <source>Die letzte Angabe ist weg. Mit „Ja“ kommt sie zurück.</source>
        <translation>The last entry is gone. “Yes” brings it back.</translation>
    </message>
    <message>
        <source>Möchten Sie hier etwas angeben?</source>
        <translation>Would you like to enter something here?</translation>
    </message>
    <message>
        <source>Sie haben {count} Angaben gemacht. Mehr geht hier nicht.</source>
        <translation>You have made {count} entries. No more are possible here.</translation>
    </message>
    <message>
        <source>Sie haben eine Angabe gemacht. Möchten Sie noch eine machen?</source>
        <translation>You have made one entry. Would you like to make another?</translation>
    </message>
    <message>
        <source>Sie haben {count} Angaben gemacht. Möchten Sie noch eine machen?</source>
        <translation>You have made {count} entries. Would you like to make another?</translation>
    </message>
</context>
<context>
    <name>ReviewRow</name>
    <message>
        <source>nicht beantwortet</source>
        <translation>not answered</translation>
    </message>
    <message>
        <source>Frühere Antworten</source>
        <translation>Earlier answers</translation>
    </message>
    <message>
        <source>Antwort verborgen</source>
        <translation>Answer hidden</translation>
    </message>
    <message>
        <source>{n} Antworten verborgen</source>
        <translation>{n} answers hidden</translation>
    </message>
    <message>
        <source>Ändern</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Ändern: {question}</source>
        <translation>Change: {question}</translation>
    </message>
</context>
<context>
    <name>ReviewScreen</name>
    <message>
        <source>Stimmt alles so?</source>
        <translation>Is everything right?</translation>
    </message>
    <message>
        <source>Nach „Fertig“ kann niemand mehr sagen, welche Antworten von Ihnen sind.</source>
        <translation>After “Done” nobody can tell any more which answers are yours.</translation>
    </message>
    <message>
        <source>Vorige Seite</source>
        <translation>Previous page</translation>
    </message>
    <message>
        <source>Nächste Seite</source>
        <translation>Next page</translation>
    </message>
    <message>
        <source>Fertig</source>
        <translation>Done</translation>
    </message>
</context>
<context>
    <name>SearchInput</name>
    <message>
        <source>Antwort suchen</source>
        <translation>Search for an answer</translation>
    </message>
    <message>
        <source>Suchen</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>Nichts gefunden. Bitte löschen Sie Buchstaben.</source>
        <translation>Nothing found. Please delete some letters.</translation>
    </message>
    <message>
        <source>Sie können bis zu {most} Antworten wählen. Gewählt: {count}</source>
        <translation>You can choose up to {most} answers. Chosen: {count}</translation>
    </message>
    <message>
        <source>Es sind {count} Antworten. Tippen Sie den Anfang Ihrer Antwort.</source>
        <translation>There are {count} answers. Type the beginning of your answer.</translation>
    </message>
    <message>
        <source>Antwort: {label}</source>
        <translation>Answer: {label}</translation>
    </message>
    <message>
        <source>Ausgewählt</source>
        <translation>Selected</translation>
    </message>
    <message>
        <source>Anfang tippen</source>
        <translation>Type the beginning</translation>
    </message>
    <message>
        <source>Sie haben schon {most} Antworten gewählt. Mehr geht hier nicht.</source>
        <translation>You have already chosen {most} answers. No more are possible here.</translation>
    </message>
    <message>
        <source>Gewählt: {count} Antworten</source>
        <translation>Chosen: {count} answers</translation>
    </message>
    <message>
        <source>Gewählt: {labels}</source>
        <translation>Chosen: {labels}</translation>
    </message>
    <message>
        <source>1 Antwort</source>
        <translation>1 answer</translation>
    </message>
    <message>
        <source>{count} Antworten</source>
        <translation>{count} answers</translation>
    </message>
    <message>
        <source>Von vorn</source>
        <translation>From the start</translation>
    </message>
    <message>
        <source>Weitere</source>
        <translation>More</translation>
    </message>
</context>
<context>
    <name>StillThereScreen</name>
    <message>
        <source>Sonst speichern wir Ihre bisherigen Antworten anonym.</source>
        <translation>Otherwise we will save your answers so far anonymously.</translation>
    </message>
    <message>
        <source>Sonst löschen wir Ihre Antworten.</source>
        <translation>Otherwise we will delete your answers.</translation>
    </message>
    <message>
        <source>Sind Sie noch da?</source>
        <translation>Are you still there?</translation>
    </message>
    <message>
        <source>Bitte tippen Sie auf den Bildschirm.</source>
        <translation>Please tap the screen.</translation>
    </message>
    <message>
        <source>Ihre Antworten sind so lange verborgen.</source>
        <translation>Until then your answers are hidden.</translation>
    </message>
    <message>
        <source>Brauchen Sie Hilfe? Rufen Sie bitte jemanden vom Personal.</source>
        <translation>Do you need help? Please call a member of staff.</translation>
    </message>
    <message>
        <source>Ja, ich mache weiter</source>
        <translation>Yes, I will carry on</translation>
    </message>
    <message>
        <source>Alles verwerfen</source>
        <translation>Discard everything</translation>
    </message>
    <message>
        <source>Noch {n} Sekunden</source>
        <translation>Seconds left: {n}</translation>
    </message>
</context>
<context>
    <name>TextInput</name>
    <message>
        <source>Schreiben</source>
        <translation>Write</translation>
    </message>
    <message>
        <source>Das Feld ist voll.</source>
        <translation>The field is full.</translation>
    </message>
    <message>
        <source>Noch {left} Zeichen</source>
        <translation>Characters left: {left}</translation>
    </message>
    <message>
        <source>Sie können hier etwas schreiben.</source>
        <translation>You can write something here.</translation>
    </message>
</context>
<context>
    <name>TopStrip</name>
    <message>
        <source>Alles verwerfen</source>
        <translation>Discard everything</translation>
    </message>
    <message>
        <source>Hilfe holen</source>
        <translation>Get help</translation>
    </message>
    <message>
        <source>Darstellung</source>
        <translation>Display</translation>
    </message>
    <message>
        <source>Seite {page} von {pages}</source>
        <translation>Page {page} of {pages}</translation>
    </message>
    <message>
        <source>Seite {number} von {total}</source>
        <translation>Page {number} of {total}</translation>
    </message>
    <message>
        <source>Frage {number} von {total}</source>
        <translation>Question {number} of {total}</translation>
    </message>
</context>
<context>
    <name>WelcomeScreen</name>
    <message>
        <source>Einen Moment …</source>
        <translation>One moment …</translation>
    </message>
    <message>
        <source>Beginnen</source>
        <translation>Begin</translation>
    </message>
    <message>
        <source>Tippen Sie auf „Beginnen“.</source>
        <translation>Tap “Begin”.</translation>
    </message>
</context>
</TS>
