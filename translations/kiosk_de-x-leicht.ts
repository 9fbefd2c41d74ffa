<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de-x-leicht" sourcelanguage="de">
<context>
    <name>AcknowledgeInput</name>
    <message>
        <source>Ich habe das gelesen.</source>
        <translation>Ich habe das gelesen.</translation>
    </message>
    <message>
        <source>Ausgewählt.</source>
        <translation>Gewählt.</translation>
    </message>
</context>
<context>
    <name>BottomStrip</name>
    <message>
        <source>Zurück</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Weiter</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Vorlesen</source>
        <translation>Vorlesen</translation>
    </message>
    <message>
        <source>Vorlesen anhalten</source>
        <translation>Vorlesen stoppen</translation>
    </message>
    <message>
        <source>Kein Ton</source>
        <translation>Kein Ton</translation>
    </message>
    <message>
        <source>Keine Stimme</source>
        <translation>Keine Stimme</translation>
    </message>
</context>
<context>
    <name>ChoiceInput</name>
    <message>
        <source>Mehr als {most} gehen hier nicht.</source>
        <translation>Sie können nur {most} wählen.</translation>
    </message>
    <message>
        <source>Gewählt: {count} von {most}</source>
        <translation>Gewählt: {count} von {most}</translation>
    </message>
    <message>
        <source>Sie haben schon {most} Antworten gewählt. Mehr geht hier nicht.</source>
        <translation>Sie haben schon {most} Antworten gewählt. Mehr geht hier nicht.</translation>
    </message>
    <message>
        <source>Sie können bis zu {most} Antworten wählen. Gewählt: {count}</source>
        <translation>Sie können {most} Antworten wählen. Gewählt: {count}</translation>
    </message>
    <message>
        <source>Antwort {number}: {label}</source>
        <translation>Antwort {number}: {label}</translation>
    </message>
    <message>
        <source>Ausgewählt</source>
        <translation>Gewählt</translation>
    </message>
    <message>
        <source>Was heißt das?</source>
        <translation>Was heißt das?</translation>
    </message>
</context>
<context>
    <name>ClosedScreen</name>
    <message>
        <source>Für Mitarbeitende</source>
        <translation>Für Mitarbeitende</translation>
    </message>
    <message>
        <source>Wir machen gerade eine Pause.</source>
        <translation>Wir machen gerade eine Pause.</translation>
    </message>
    <message>
        <source>Es geht bald weiter.</source>
        <translation>Es geht bald weiter.</translation>
    </message>
    <message>
        <source>Die Umfrage ist gerade geschlossen.</source>
        <translation>Die Umfrage ist jetzt geschlossen.</translation>
    </message>
    <message>
        <source>Möchten Sie teilnehmen? Bitte sprechen Sie uns an.</source>
        <translation>Möchten Sie mitmachen? Bitte sprechen Sie mit uns.</translation>
    </message>
</context>
<context>
    <name>ConfirmDiscardScreen</name>
    <message>
        <source>Möchten Sie alle Ihre Antworten verwerfen?</source>
        <translation>Möchten Sie alle Antworten löschen?</translation>
    </message>
    <message>
        <source>Wir löschen sie dann. Das können wir nicht rückgängig machen.</source>
        <translation>Dann sind alle Antworten weg.</translation>
    </message>
    <message>
        <source>Ja, alles verwerfen</source>
        <translation>Ja, alles löschen</translation>
    </message>
    <message>
        <source>Weiter ausfüllen</source>
        <translation>Weiter machen</translation>
    </message>
</context>
<context>
    <name>Curtain</name>
    <message>
        <source>Bildschirm einschalten</source>
        <translation>Bildschirm einschalten</translation>
    </message>
</context>
<context>
    <name>DecimalInput</name>
    <message>
        <source>Ihre Zahl</source>
        <translation>Ihre Zahl</translation>
    </message>
    <message>
        <source>noch keine Zahl</source>
        <translation>noch keine Zahl</translation>
    </message>
    <message>
        <source>Ihre Zahl: {number}.</source>
        <translation>Ihre Zahl: {number}.</translation>
    </message>
    <message>
        <source>Höchstens {highest}</source>
        <translation>Höchstens {highest}</translation>
    </message>
    <message>
        <source>Mindestens {lowest}</source>
        <translation>Mindestens {lowest}</translation>
    </message>
    <message>
        <source>Von {lowest} bis {highest}</source>
        <translation>Von {lowest} bis {highest}</translation>
    </message>
    <message>
        <source>Mehr als {most} Ziffern nach dem Komma gehen hier nicht.</source>
        <translation>Nach dem Komma gehen nur {most} Ziffern.</translation>
    </message>
    <message>
        <source>Mehr als {most} Ziffern gehen hier nicht.</source>
        <translation>Hier gehen nur {most} Ziffern.</translation>
    </message>
    <message>
        <source>Bitte tippen Sie noch die Zahl ein.</source>
        <translation>Bitte tippen Sie die Zahl.</translation>
    </message>
</context>
<context>
    <name>Decision</name>
    <message>
        <source>Bitte wählen Sie eine Antwort.</source>
        <translation>Bitte wählen Sie eine Antwort.</translation>
    </message>
</context>
<context>
    <name>DigitPad</name>
    <message>
        <source>Löschen</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Minus</source>
        <translation>Minus</translation>
    </message>
    <message>
        <source>Komma</source>
        <translation>Komma</translation>
    </message>
    <message>
        <source>Punkt</source>
        <translation>Punkt</translation>
    </message>
</context>
<context>
    <name>DigitsInput</name>
    <message>
        <source>Ihre Ziffern</source>
        <translation>Ihre Ziffern</translation>
    </message>
    <message>
        <source>noch keine Ziffern</source>
        <translation>noch keine Ziffern</translation>
    </message>
    <message>
        <source>Noch 1 Ziffer</source>
        <translation>Noch 1 Ziffer</translation>
    </message>
    <message>
        <source>Noch {left} Ziffern</source>
        <translation>Noch {left} Ziffern</translation>
    </message>
    <message>
        <source>Tippen Sie auf die Ziffern.</source>
        <translation>Tippen Sie auf die Ziffern.</translation>
    </message>
    <message>
        <source>Mehr als {most} Ziffern gehen hier nicht.</source>
        <translation>Hier gehen nur {most} Ziffern.</translation>
    </message>
</context>
<context>
    <name>DisplayPanel</name>
    <message>
        <source>Darstellung</source>
        <translation>Schrift und Ton</translation>
    </message>
    <message>
        <source>So finden alle das Gerät vor</source>
        <translation>So ist das Gerät am Anfang</translation>
    </message>
    <message>
        <source>Fertig</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Mehr zeigen
({page} von {pages})</source>
        <translation>Mehr zeigen
({page} von {pages})</translation>
    </message>
    <message>
        <source>Von vorn
({page} von {pages})</source>
        <translation>Von vorn
({page} von {pages})</translation>
    </message>
    <message>
        <source>Alles zurücksetzen</source>
        <translation>Alles wie am Anfang</translation>
    </message>
    <message>
        <source>Schrift</source>
        <translation>Schrift</translation>
    </message>
    <message>
        <source>Farben</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Vorlesen</source>
        <translation>Vorlesen</translation>
    </message>
    <message>
        <source>Sprache</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Lautstärke</source>
        <translation>Laut oder leise</translation>
    </message>
    <message>
        <source>Tempo</source>
        <translation>Schnell oder langsam</translation>
    </message>
    <message>
        <source>Stimme</source>
        <translation>Stimme</translation>
    </message>
    <message>
        <source>Tasten</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Antippen</source>
        <translation>Antippen</translation>
    </message>
    <message>
        <source>„Weiter“ und „Zurück“</source>
        <translation>„Weiter“ und „Zurück“</translation>
    </message>
    <message>
        <source>Ansicht</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Tastatur</source>
        <translation>Tastatur</translation>
    </message>
    <message>
        <source>Bildschirm</source>
        <translation>Bildschirm</translation>
    </message>
    <message>
        <source>{step} von {steps}</source>
        <translation>{step} von {steps}</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Groß</source>
        <translation>Groß</translation>
    </message>
    <message>
        <source>Sehr groß</source>
        <translation>Sehr groß</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Schwarz auf Weiß</source>
        <translation>Schwarz auf Weiß</translation>
    </message>
    <message>
        <source>Weiß auf Schwarz</source>
        <translation>Weiß auf Schwarz</translation>
    </message>
    <message>
        <source>Gelb auf Schwarz</source>
        <translation>Gelb auf Schwarz</translation>
    </message>
    <message>
        <source>Sanft</source>
        <translation>Sanft</translation>
    </message>
    <message>
        <source>An</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Tief</source>
        <translation>Tief</translation>
    </message>
    <message>
        <source>Hoch</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Aus, nur Ton</source>
        <translation>Aus, nur Ton</translation>
    </message>
    <message>
        <source>Lauter</source>
        <translation>Lauter</translation>
    </message>
    <message>
        <source>Leiser</source>
        <translation>Leiser</translation>
    </message>
    <message>
        <source>Schneller</source>
        <translation>Schneller</translation>
    </message>
    <message>
        <source>Langsamer</source>
        <translation>Langsamer</translation>
    </message>
    <message>
        <source>Aus</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Ruhig</source>
        <translation>Ruhig</translation>
    </message>
    <message>
        <source>Ganze Breite</source>
        <translation>Ganze Breite</translation>
    </message>
    <message>
        <source>Rechts</source>
        <translation>Rechts</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Einfach</source>
        <translation>Einfach</translation>
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
        <translation>Zu machen</translation>
    </message>
    <message>
        <source>{answer}, ausgewählt</source>
        <translation>{answer}, gewählt</translation>
    </message>
</context>
<context>
    <name>DisplayScreen</name>
    <message>
        <source>Wie groß soll die Schrift sein?</source>
        <translation>Wie groß soll die Schrift sein?</translation>
    </message>
    <message>
        <source>Soll das Gerät vorlesen?</source>
        <translation>Soll das Gerät vorlesen?</translation>
    </message>
    <message>
        <source>Normal: so groß</source>
        <translation>Normal: so groß</translation>
    </message>
    <message>
        <source>Groß: so groß</source>
        <translation>Groß: so groß</translation>
    </message>
    <message>
        <source>Sehr groß: so groß</source>
        <translation>Sehr groß: so groß</translation>
    </message>
    <message>
        <source>Nein</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Ja</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>Vorlesen: Nein</source>
        <translation>Vorlesen: Nein</translation>
    </message>
    <message>
        <source>Vorlesen: Ja</source>
        <translation>Vorlesen: Ja</translation>
    </message>
</context>
<context>
    <name>GoodbyeScreen</name>
    <message>
        <source>Zum Anfang</source>
        <translation>Zum Anfang</translation>
    </message>
    <message>
        <source>Vielen Dank! Ihre Antworten sind gespeichert.</source>
        <translation>Vielen Dank!
Ihre Antworten sind gespeichert.</translation>
    </message>
    <message>
        <source>Schön, dass Sie sich dafür interessieren! Diese Umfrage ist für Menschen ab 14 Jahren. Wir haben keine Antworten gespeichert.</source>
        <translation>Danke für Ihr Interesse!
Die Umfrage ist erst ab 14 Jahren.
Wir haben nichts gespeichert.</translation>
    </message>
    <message>
        <source>Vielen Dank für Ihr Interesse! Wir haben keine Antworten gespeichert.</source>
        <translation>Vielen Dank für Ihr Interesse!
Wir haben nichts gespeichert.</translation>
    </message>
    <message>
        <source>Wir haben Ihre Antworten verworfen. Nichts davon ist gespeichert.</source>
        <translation>Wir haben Ihre Antworten gelöscht.
Wir haben nichts gespeichert.</translation>
    </message>
</context>
<context>
    <name>HelpCalledScreen</name>
    <message>
        <source>Hilfe</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Bitte warten Sie. Hilfe kommt.</source>
        <translation>Bitte warten Sie. Hilfe kommt.</translation>
    </message>
    <message>
        <source>Ihre Antworten sind jetzt nicht zu sehen.</source>
        <translation>Niemand sieht jetzt Ihre Antworten.</translation>
    </message>
    <message>
        <source>Sie haben Zeit, so viel Sie möchten.</source>
        <translation>Sie haben Zeit. So viel Sie möchten.</translation>
    </message>
    <message>
        <source>Weiter ausfüllen</source>
        <translation>Weiter machen</translation>
    </message>
    <message>
        <source>Jemand hilft mir</source>
        <translation>Jemand hilft mir</translation>
    </message>
    <message>
        <source>Jemand tippt für mich</source>
        <translation>Jemand tippt für mich</translation>
    </message>
    <message>
        <source>Jemand anderes hilft mir</source>
        <translation>Ein anderer Mensch hilft mir</translation>
    </message>
    <message>
        <source>Jemand anderes tippt für mich</source>
        <translation>Ein anderer Mensch tippt für mich</translation>
    </message>
    <message>
        <source>Ich mache allein weiter</source>
        <translation>Ich mache allein weiter</translation>
    </message>
</context>
<context>
    <name>HelpingBanner</name>
    <message>
        <source>Jemand hilft Ihnen.</source>
        <translation>Jemand hilft Ihnen.</translation>
    </message>
    <message>
        <source>Jemand tippt für Sie.</source>
        <translation>Jemand tippt für Sie.</translation>
    </message>
    <message>
        <source>Ich mache allein weiter</source>
        <translation>Ich mache allein weiter</translation>
    </message>
</context>
<context>
    <name>HiddenScreen</name>
    <message>
        <source>Ja, neu beginnen</source>
        <translation>Ja, neu anfangen</translation>
    </message>
    <message>
        <source>Neu beginnen</source>
        <translation>Neu anfangen</translation>
    </message>
    <message>
        <source>Nein, zurück</source>
        <translation>Nein, zurück</translation>
    </message>
    <message>
        <source>Weiter mit PIN</source>
        <translation>Weiter mit PIN</translation>
    </message>
    <message>
        <source>Möchten Sie neu beginnen?</source>
        <translation>Möchten Sie neu anfangen?</translation>
    </message>
    <message>
        <source>Die angehaltene Umfrage ist dann zu Ende.</source>
        <translation>Die alte Umfrage ist dann zu Ende.</translation>
    </message>
    <message>
        <source>Die Antworten darin speichern wir anonym.</source>
        <translation>Wir speichern die alten Antworten.
Niemand erfährt den Namen.</translation>
    </message>
    <message>
        <source>Die Antworten darin löschen wir.</source>
        <translation>Wir löschen die alten Antworten.</translation>
    </message>
    <message>
        <source>Noch {n} Minuten ist das möglich.</source>
        <translation>Das geht noch {n} Minuten.</translation>
    </message>
    <message>
        <source>Noch eine Minute ist das möglich.</source>
        <translation>Das geht noch 1 Minute.</translation>
    </message>
    <message>
        <source>Danach speichern wir die Antworten anonym.</source>
        <translation>Danach speichern wir die Antworten.
Niemand erfährt den Namen.</translation>
    </message>
    <message>
        <source>Danach löschen wir die Antworten.</source>
        <translation>Danach löschen wir die Antworten.</translation>
    </message>
    <message>
        <source>Diese Umfrage ist angehalten.</source>
        <translation>Diese Umfrage macht Pause.</translation>
    </message>
    <message>
        <source>Möchten Sie weitermachen? Rufen Sie bitte jemanden vom Personal.</source>
        <translation>Möchten Sie weiter machen?
Bitte rufen Sie jemanden aus dem Haus.</translation>
    </message>
</context>
<context>
    <name>HintPanel</name>
    <message>
        <source>Was heißt das?</source>
        <translation>Was heißt das?</translation>
    </message>
    <message>
        <source>Zurück zur Frage</source>
        <translation>Zurück zur Frage</translation>
    </message>
    <message>
        <source>Von vorn
({page} von {pages})</source>
        <translation>Von vorn
({page} von {pages})</translation>
    </message>
    <message>
        <source>Mehr lesen
({page} von {pages})</source>
        <translation>Mehr lesen
({page} von {pages})</translation>
    </message>
</context>
<context>
    <name>Keyboard</name>
    <message>
        <source>Groß</source>
        <translation>Groß</translation>
    </message>
    <message>
        <source>abc</source>
        <translation>abc</translation>
    </message>
    <message>
        <source>Buchstaben</source>
        <translation>Buchstaben</translation>
    </message>
    <message>
        <source>Ziffern und Zeichen</source>
        <translation>Ziffern und Zeichen</translation>
    </message>
    <message>
        <source>Buchstaben von A bis Z</source>
        <translation>Buchstaben von A bis Z</translation>
    </message>
    <message>
        <source>Buchstaben wie auf der Schreibmaschine</source>
        <translation>Buchstaben wie auf der Schreibmaschine</translation>
    </message>
    <message>
        <source>Leerzeichen</source>
        <translation>Leerzeichen</translation>
    </message>
    <message>
        <source>Löschen</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Punkt</source>
        <translation>Punkt</translation>
    </message>
    <message>
        <source>Komma</source>
        <translation>Komma</translation>
    </message>
    <message>
        <source>Bindestrich</source>
        <translation>Bindestrich</translation>
    </message>
    <message>
        <source>Gedankenstrich</source>
        <translation>Gedankenstrich</translation>
    </message>
    <message>
        <source>Doppelpunkt</source>
        <translation>Doppelpunkt</translation>
    </message>
    <message>
        <source>Strichpunkt</source>
        <translation>Strichpunkt</translation>
    </message>
    <message>
        <source>Schrägstrich</source>
        <translation>Schrägstrich</translation>
    </message>
    <message>
        <source>Klammer auf</source>
        <translation>Klammer auf</translation>
    </message>
    <message>
        <source>Klammer zu</source>
        <translation>Klammer zu</translation>
    </message>
    <message>
        <source>Ausrufezeichen</source>
        <translation>Ausrufezeichen</translation>
    </message>
    <message>
        <source>Fragezeichen</source>
        <translation>Fragezeichen</translation>
    </message>
    <message>
        <source>Auslassungspunkte</source>
        <translation>drei Punkte</translation>
    </message>
    <message>
        <source>Anführung unten</source>
        <translation>Anführung unten</translation>
    </message>
    <message>
        <source>Anführung oben</source>
        <translation>Anführung oben</translation>
    </message>
    <message>
        <source>Anführungszeichen</source>
        <translation>Anführungszeichen</translation>
    </message>
    <message>
        <source>Apostroph</source>
        <translation>Apostroph</translation>
    </message>
    <message>
        <source>Und-Zeichen</source>
        <translation>Und-Zeichen</translation>
    </message>
    <message>
        <source>Prozent</source>
        <translation>Prozent</translation>
    </message>
    <message>
        <source>Plus</source>
        <translation>Plus</translation>
    </message>
    <message>
        <source>Sternchen</source>
        <translation>Sternchen</translation>
    </message>
    <message>
        <source>Gleich</source>
        <translation>Gleich</translation>
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
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>LanguageScreen</name>
    <message>
        <source>Welche Sprache möchten Sie?</source>
        <translation>Welche Sprache möchten Sie?</translation>
    </message>
</context>
<context>
    <name>MomentInput</name>
    <message>
        <source>Uhr</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>{hour}:{minute} Uhr</source>
        <translation>{hour}:{minute} Uhr</translation>
    </message>
    <message>
        <source>{hour} Uhr</source>
        <translation>{hour} Uhr</translation>
    </message>
    <message>
        <source>Tippen Sie auf die Ziffern.</source>
        <translation>Tippen Sie auf die Ziffern.</translation>
    </message>
    <message>
        <source>Zur Wahl stehen {first} bis {last}.</source>
        <translation>Sie können {first} bis {last} wählen.</translation>
    </message>
    <message>
        <source>Das Jahr hat schon 4 Ziffern.</source>
        <translation>Das Jahr hat schon 4 Ziffern.</translation>
    </message>
    <message>
        <source>Bitte tippen Sie das Jahr mit 4 Ziffern ein.</source>
        <translation>Bitte tippen Sie 4 Ziffern.</translation>
    </message>
    <message>
        <source>Die Minuten haben schon 2 Ziffern.</source>
        <translation>Die Minuten haben schon 2 Ziffern.</translation>
    </message>
    <message>
        <source>Die Minuten gehen von 00 bis 59.</source>
        <translation>Die Minuten gehen von 00 bis 59.</translation>
    </message>
    <message>
        <source>Tippen Sie das Jahr ein, mit 4 Ziffern.</source>
        <translation>Tippen Sie das Jahr: 4 Ziffern.</translation>
    </message>
    <message>
        <source>Tippen Sie die Minuten ein, mit 2 Ziffern.</source>
        <translation>Tippen Sie die Minuten: 2 Ziffern.</translation>
    </message>
    <message>
        <source>Tippen Sie auf den Tag.</source>
        <translation>Tippen Sie auf den Tag.</translation>
    </message>
    <message>
        <source>Tippen Sie auf den Monat.</source>
        <translation>Tippen Sie auf den Monat.</translation>
    </message>
    <message>
        <source>Tippen Sie auf die Stunde.</source>
        <translation>Tippen Sie auf die Stunde.</translation>
    </message>
    <message>
        <source>Tippen Sie auf die Minuten.</source>
        <translation>Tippen Sie auf die Minuten.</translation>
    </message>
    <message>
        <source>Tippen Sie jetzt auf „Weiter“.</source>
        <translation>Tippen Sie jetzt auf „Weiter“.</translation>
    </message>
    <message>
        <source>Bitte wählen Sie noch den Tag.</source>
        <translation>Bitte wählen Sie noch den Tag.</translation>
    </message>
    <message>
        <source>Bitte wählen Sie noch den Monat.</source>
        <translation>Bitte wählen Sie noch den Monat.</translation>
    </message>
    <message>
        <source>Bitte wählen Sie noch das Jahr.</source>
        <translation>Bitte wählen Sie noch das Jahr.</translation>
    </message>
    <message>
        <source>Bitte wählen Sie noch die Stunde.</source>
        <translation>Bitte wählen Sie noch die Stunde.</translation>
    </message>
    <message>
        <source>Bitte wählen Sie noch die Minuten.</source>
        <translation>Bitte wählen Sie noch die Minuten.</translation>
    </message>
    <message>
        <source>{day}.</source>
        <translation>{day}.</translation>
    </message>
    <message>
        <source>Den {day} {month} gibt es {year} nicht. Bitte ändern Sie das Datum.</source>
        <translation>Den {day} {month} gibt es {year} nicht. Bitte ändern Sie das Datum.</translation>
    </message>
    <message>
        <source>Den {day} {month} gibt es nicht. Bitte ändern Sie das Datum.</source>
        <translation>Den {day} {month} gibt es nicht. Bitte ändern Sie das Datum.</translation>
    </message>
    <message>
        <source>Ihre Antwort: {answer}</source>
        <translation>Ihre Antwort: {answer}</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Monat</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>Jahr</source>
        <translation>Jahr</translation>
    </message>
    <message>
        <source>Stunde</source>
        <translation>Stunde</translation>
    </message>
    <message>
        <source>Minuten</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>noch nicht gewählt</source>
        <translation>noch nicht gewählt</translation>
    </message>
    <message>
        <source>{minute} Minuten</source>
        <translation>{minute} Minuten</translation>
    </message>
    <message>
        <source>Andere Minuten</source>
        <translation>Andere Minuten</translation>
    </message>
    <message>
        <source>Viertelstunden</source>
        <translation>Alle 15 Minuten</translation>
    </message>
</context>
<context>
    <name>Narrator</name>
    <message>
        <source>Textfeld: {text}</source>
        <translation>Text-Feld: {text}</translation>
    </message>
    <message>
        <source>schreiben</source>
        <translation>schreiben</translation>
    </message>
    <message>
        <source>Ausgewählt</source>
        <translation>Gewählt</translation>
    </message>
    <message>
        <source>Reihe: {first} bis {last}.</source>
        <translation>Reihe: {first} bis {last}.</translation>
    </message>
    <message>
        <source>Sie sind bei: {words}</source>
        <translation>Sie sind hier: {words}</translation>
    </message>
    <message>
        <source>Der Bildschirm ist aus.</source>
        <translation>Der Bildschirm ist aus.</translation>
    </message>
    <message>
        <source>Jetzt wird alles vorgelesen.</source>
        <translation>Jetzt hören Sie alles.</translation>
    </message>
    <message>
        <source>Mit der ersten Taste gehen Sie weiter. Mit der zweiten wählen Sie.</source>
        <translation>Die erste Taste führt Sie weiter. Die zweite Taste wählt.</translation>
    </message>
    <message>
        <source>Mit den Pfeil-Tasten gehen Sie weiter. Mit der Eingabe-Taste wählen Sie.</source>
        <translation>Die Pfeil-Tasten führen Sie weiter. Die Eingabe-Taste wählt.</translation>
    </message>
    <message>
        <source>Sie hören über Kopfhörer.</source>
        <translation>Nur Sie hören den Ton.</translation>
    </message>
    <message>
        <source>Der Kopfhörer ist ab. Jetzt hören andere mit.</source>
        <translation>Der Kopfhörer ist ab. Andere hören jetzt mit.</translation>
    </message>
    <message>
        <source>Nicht mehr ausgewählt: {name}.</source>
        <translation>Das gilt jetzt nicht mehr: {name}.</translation>
    </message>
    <message>
        <source>{number} von {count}</source>
        <translation>{number} von {count}</translation>
    </message>
    <message>
        <source>Tippen Sie in die Mitte. Dann geht der Bildschirm an.</source>
        <translation>Tippen Sie in die Mitte.
Dann geht der Bildschirm an.</translation>
    </message>
</context>
<context>
    <name>NumberInput</name>
    <message>
        <source>Eins weniger</source>
        <translation>Eins weniger</translation>
    </message>
    <message>
        <source>Eins mehr</source>
        <translation>Eins mehr</translation>
    </message>
    <message>
        <source>Löschen</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Ihre Zahl</source>
        <translation>Ihre Zahl</translation>
    </message>
    <message>
        <source>noch keine Zahl</source>
        <translation>noch keine Zahl</translation>
    </message>
    <message>
        <source>Ihre Zahl: {number}.</source>
        <translation>Ihre Zahl: {number}.</translation>
    </message>
    <message>
        <source>Höchstens {highest}</source>
        <translation>Höchstens {highest}</translation>
    </message>
    <message>
        <source>Mindestens {lowest}</source>
        <translation>Mindestens {lowest}</translation>
    </message>
    <message>
        <source>Von {lowest} bis {highest}</source>
        <translation>Von {lowest} bis {highest}</translation>
    </message>
</context>
<context>
    <name>OutOfOrderScreen</name>
    <message>
        <source>Für Mitarbeitende:</source>
        <translation>Für Mitarbeitende:</translation>
    </message>
    <message>
        <source>Dieses Gerät macht gerade Pause.</source>
        <translation>Dieses Gerät macht gerade Pause.</translation>
    </message>
    <message>
        <source>Bitte sagen Sie uns Bescheid. Vielen Dank!</source>
        <translation>Bitte sagen Sie uns Bescheid. Vielen Dank!</translation>
    </message>
</context>
<context>
    <name>Pager</name>
    <message>
        <source>Weitere
({page} von {pages})</source>
        <translation>Mehr
({page} von {pages})</translation>
    </message>
    <message>
        <source>Von vorn
({page} von {pages})</source>
        <translation>Von vorn
({page} von {pages})</translation>
    </message>
    <message>
        <source>Weitere Antworten
(Seite {page} von {pages})</source>
        <translation>Mehr Antworten
(Seite {page} von {pages})</translation>
    </message>
    <message>
        <source>Wieder von vorn
(Seite {page} von {pages})</source>
        <translation>Wieder von vorn
(Seite {page} von {pages})</translation>
    </message>
</context>
<context>
    <name>ParticipationScreen</name>
    <message>
        <source>Mehr zum Datenschutz</source>
        <translation>Mehr zum Datenschutz</translation>
    </message>
    <message>
        <source>Weiter lesen</source>
        <translation>Weiter lesen</translation>
    </message>
</context>
<context>
    <name>PauseScreen</name>
    <message>
        <source>Kurz ausruhen</source>
        <translation>Kurz ausruhen</translation>
    </message>
    <message>
        <source>Ja, hier aufhören</source>
        <translation>Ja, hier aufhören</translation>
    </message>
    <message>
        <source>Weiter ausfüllen</source>
        <translation>Weiter machen</translation>
    </message>
    <message>
        <source>Möchten Sie hier aufhören?</source>
        <translation>Möchten Sie hier aufhören?</translation>
    </message>
    <message>
        <source>Wir speichern Ihre bisherigen Antworten anonym.</source>
        <translation>Wir speichern Ihre Antworten.
Niemand erfährt Ihren Namen.</translation>
    </message>
    <message>
        <source>Hier aufhören und abgeben</source>
        <translation>Hier aufhören und abgeben</translation>
    </message>
    <message>
        <source>Ruhen Sie sich aus.</source>
        <translation>Ruhen Sie sich aus.</translation>
    </message>
    <message>
        <source>Ihre Antworten sind nicht zu sehen.</source>
        <translation>Niemand sieht Ihre Antworten.</translation>
    </message>
    <message>
        <source>Tippen Sie auf „Weiter“, wenn Sie so weit sind.</source>
        <translation>Sind Sie fertig?
Dann tippen Sie auf „Weiter“.</translation>
    </message>
    <message>
        <source>Mehr als die Hälfte ist geschafft.</source>
        <translation>Mehr als die Hälfte ist fertig.</translation>
    </message>
    <message>
        <source>Möchten Sie eine Pause machen?</source>
        <translation>Möchten Sie eine Pause machen?</translation>
    </message>
</context>
<context>
    <name>PinDots</name>
    <message>
        <source>{n} Ziffern eingegeben</source>
        <translation>{n} Ziffern eingegeben</translation>
    </message>
</context>
<context>
    <name>PinScreen</name>
    <message>
        <source>Für Mitarbeitende</source>
        <translation>Für Mitarbeitende</translation>
    </message>
    <message>
        <source>Diese PIN stimmt nicht. Bitte versuchen Sie es noch einmal.</source>
        <translation>Diese PIN stimmt nicht. Bitte versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Diese Umfrage ist für Mitarbeitende der Stadt. Bitte geben Sie die gemeinsame PIN ein.</source>
        <translation>Diese Umfrage ist für Mitarbeitende der Stadt. Bitte tippen Sie die gemeinsame PIN.</translation>
    </message>
    <message>
        <source>Weiter</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Bitte geben Sie die neue PIN noch einmal ein.</source>
        <translation>Bitte geben Sie die PIN noch einmal ein.</translation>
    </message>
    <message>
        <source>Bitte wählen Sie eine eigene PIN. Sie hat mindestens sechs Ziffern.</source>
        <translation>Bitte wählen Sie eine eigene PIN. Die PIN hat mindestens 6 Zahlen.</translation>
    </message>
    <message>
        <source>Bitte geben Sie Ihre PIN ein. Dann geht die Umfrage weiter.</source>
        <translation>Bitte geben Sie Ihre PIN ein.
Dann geht die Umfrage weiter.</translation>
    </message>
    <message>
        <source>Ihre PIN schaltet die Zeitgrenze für diese Umfrage wieder ein.</source>
        <translation>Mit Ihrer PIN gilt die Zeit-Grenze wieder.</translation>
    </message>
    <message>
        <source>Ihre PIN schaltet die Zeitgrenze für diese Umfrage aus.</source>
        <translation>Mit Ihrer PIN gilt keine Zeit-Grenze.</translation>
    </message>
    <message>
        <source>Bitte geben Sie Ihre PIN ein.</source>
        <translation>Bitte tippen Sie Ihre PIN.</translation>
    </message>
    <message>
        <source>Anmelden</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Zu viele falsche Versuche. Bitte warten Sie noch {n} Minuten.</source>
        <translation>Zu viele falsche Versuche. Bitte warten Sie noch {n} Minuten.</translation>
    </message>
    <message>
        <source>Zu viele falsche Versuche. Bitte warten Sie noch {n} Sekunden.</source>
        <translation>Zu viele falsche Versuche. Bitte warten Sie noch {n} Sekunden.</translation>
    </message>
</context>
<context>
    <name>PracticeScreen</name>
    <message>
        <source>Apfel</source>
        <translation>Apfel</translation>
    </message>
    <message>
        <source>Birne</source>
        <translation>Birne</translation>
    </message>
    <message>
        <source>Pflaume</source>
        <translation>Pflaume</translation>
    </message>
    <message>
        <source>Fällt das Antippen schwer?</source>
        <translation>Ist das Antippen schwer?</translation>
    </message>
    <message>
        <source>Größere Tasten</source>
        <translation>Größere Tasten</translation>
    </message>
    <message>
        <source>Ruhiger antippen</source>
        <translation>Ruhiger antippen</translation>
    </message>
    <message>
        <source>Alles vorlesen lassen</source>
        <translation>Das Gerät liest vor</translation>
    </message>
    <message>
        <source>Jemand soll mir helfen</source>
        <translation>Jemand soll mir helfen</translation>
    </message>
    <message>
        <source>So weitermachen</source>
        <translation>So weiter machen</translation>
    </message>
    <message>
        <source>Übung auslassen</source>
        <translation>Nicht üben</translation>
    </message>
    <message>
        <source>Gut. So geht es.
Tippen Sie jetzt auf „Weiter“.</source>
        <translation>Gut. So geht es.
Tippen Sie jetzt auf „Weiter“.</translation>
    </message>
    <message>
        <source>Das war „{chosen}“.
Bitte tippen Sie auf „{wanted}“.</source>
        <translation>Das war „{chosen}“.
Bitte tippen Sie auf „{wanted}“.</translation>
    </message>
    <message>
        <source>Zum Üben:
Bitte tippen Sie auf „{wanted}“.</source>
        <translation>Zum Üben:
Bitte tippen Sie auf „{wanted}“.</translation>
    </message>
</context>
<context>
    <name>PrivacyScreen</name>
    <message>
        <source>Ich mache allein weiter</source>
        <translation>Ich mache allein weiter</translation>
    </message>
    <message>
        <source>Zur Übersicht</source>
        <translation>Zu allen Antworten</translation>
    </message>
    <message>
        <source>Diese Antworten sehen nur Sie.</source>
        <translation>Nur Sie sehen diese Antworten.</translation>
    </message>
    <message>
        <source>Wer hilft, soll dann bitte wegschauen.</source>
        <translation>Wer hilft, soll bitte wegschauen.</translation>
    </message>
    <message>
        <source>Wer hilft, soll frühere Antworten nicht sehen.</source>
        <translation>Niemand soll Ihre Antworten von vorher sehen.</translation>
    </message>
    <message>
        <source>Ihre Antworten bis hier sind jetzt verborgen.</source>
        <translation>Ihre Antworten bis hier sind versteckt.</translation>
    </message>
    <message>
        <source>Machen Sie wieder allein weiter? Dann sehen Sie alles.</source>
        <translation>Machen Sie wieder allein weiter? Dann sehen Sie alles.</translation>
    </message>
</context>
<context>
    <name>QuestionScreen</name>
    <message>
        <source>Bitte geben Sie eine Zahl von {lowest} bis {highest} ein.</source>
        <translation>Wählen Sie eine Zahl von {lowest} bis {highest}.</translation>
    </message>
    <message>
        <source>Bitte geben Sie mindestens {lowest} ein.</source>
        <translation>Die kleinste Zahl ist {lowest}.</translation>
    </message>
    <message>
        <source>Bitte geben Sie höchstens {highest} ein.</source>
        <translation>Die größte Zahl ist {highest}.</translation>
    </message>
    <message>
        <source>Diese Zahl geht hier nicht. Bitte geben Sie eine andere ein.</source>
        <translation>Diese Zahl geht hier nicht. Bitte wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>Das sind zu viele Antworten. Bitte nehmen Sie eine weg.</source>
        <translation>Das sind zu viele Antworten. Bitte nehmen Sie eine weg.</translation>
    </message>
    <message>
        <source>Der Text ist zu lang. Bitte kürzen Sie ihn.</source>
        <translation>Der Text ist zu lang. Bitte löschen Sie etwas.</translation>
    </message>
    <message>
        <source>Bitte geben Sie eine Zahl ein.</source>
        <translation>Bitte tippen Sie eine Zahl.</translation>
    </message>
    <message>
        <source>Diesen Tag oder diese Uhrzeit gibt es nicht. Bitte prüfen Sie.</source>
        <translation>Diesen Tag oder diese Uhrzeit gibt es nicht. Bitte prüfen Sie.</translation>
    </message>
    <message>
        <source>Hier brauchen wir eine Antwort. Dann geht es weiter.</source>
        <translation>Hier brauchen wir eine Antwort. Dann geht es weiter.</translation>
    </message>
    <message>
        <source>Bitte schreiben Sie keine Namen oder Adressen. Sonst machen wir sie unkenntlich.</source>
        <translation>Bitte schreiben Sie keine Namen. Bitte schreiben Sie keine Adressen. Wir löschen sie sonst.</translation>
    </message>
    <message>
        <source>Diese Angabe steht schon fest. Sie lässt sich nicht ändern.</source>
        <translation>Diese Antwort ist schon fest. Sie können sie nicht ändern.</translation>
    </message>
    <message>
        <source>Diese Antwort geht hier nicht. Bitte wählen Sie eine andere.</source>
        <translation>Diese Antwort geht hier nicht. Bitte wählen Sie eine andere.</translation>
    </message>
</context>
<context>
    <name>RangeInput</name>
    <message>
        <source>Ihre Zahl</source>
        <translation>Ihre Zahl</translation>
    </message>
    <message>
        <source>noch keine Zahl</source>
        <translation>noch keine Zahl</translation>
    </message>
    <message>
        <source>{amount} weniger</source>
        <translation>{amount} weniger</translation>
    </message>
    <message>
        <source>{amount} mehr</source>
        <translation>{amount} mehr</translation>
    </message>
    <message>
        <source>Ihre Zahl: {number}.</source>
        <translation>Ihre Zahl: {number}.</translation>
    </message>
    <message>
        <source>Die Zahl liegt zwischen {lowest} und {highest}.</source>
        <translation>Die Zahl liegt zwischen {lowest} und {highest}.</translation>
    </message>
</context>
<context>
    <name>RankInput</name>
    <message>
        <source>Alle Plätze sind vergeben. Sie können einen wegnehmen.</source>
        <translation>Alle Plätze sind voll. Sie können einen wegnehmen.</translation>
    </message>
    <message>
        <source>Bitte tippen Sie auf das Wichtigste zuerst.</source>
        <translation>Bitte tippen Sie auf das Wichtigste zuerst.</translation>
    </message>
    <message>
        <source>Was kommt dann? Vergeben: {given} von {places}</source>
        <translation>Was kommt dann? Voll: {given} von {places}</translation>
    </message>
    <message>
        <source>Alle Plätze sind vergeben.</source>
        <translation>Alle Plätze sind voll.</translation>
    </message>
    <message>
        <source>Platz {place}</source>
        <translation>Platz {place}</translation>
    </message>
</context>
<context>
    <name>ReadonlyInput</name>
    <message>
        <source>Gelesen</source>
        <translation>Gelesen</translation>
    </message>
    <message>
        <source>{time} Uhr</source>
        <translation>{time} Uhr</translation>
    </message>
</context>
<context>
    <name>Reminder</name>
    <message>
        <source>Sie haben nichts geschrieben.</source>
        <translation>Sie haben nichts geschrieben.</translation>
    </message>
    <message>
        <source>Etwas schreiben</source>
        <translation>Etwas schreiben</translation>
    </message>
    <message>
        <source>Sie haben keine Zahl gewählt.</source>
        <translation>Sie haben keine Zahl gewählt.</translation>
    </message>
    <message>
        <source>Zahl wählen</source>
        <translation>Zahl wählen</translation>
    </message>
    <message>
        <source>Sie haben kein Datum gewählt.</source>
        <translation>Sie haben kein Datum gewählt.</translation>
    </message>
    <message>
        <source>Datum wählen</source>
        <translation>Datum wählen</translation>
    </message>
    <message>
        <source>Sie haben keine Uhrzeit gewählt.</source>
        <translation>Sie haben keine Uhrzeit gewählt.</translation>
    </message>
    <message>
        <source>Uhrzeit wählen</source>
        <translation>Uhrzeit wählen</translation>
    </message>
    <message>
        <source>Sie haben Tag und Uhrzeit nicht gewählt.</source>
        <translation>Sie haben Tag und Uhrzeit nicht gewählt.</translation>
    </message>
    <message>
        <source>Beides wählen</source>
        <translation>Beides wählen</translation>
    </message>
    <message>
        <source>Sie haben „Ich habe das gelesen“ nicht angetippt.</source>
        <translation>Sie haben „Ich habe das gelesen“ nicht angetippt.</translation>
    </message>
    <message>
        <source>Zurück zum Text</source>
        <translation>Zurück zum Text</translation>
    </message>
    <message>
        <source>Sie haben nichts ausgewählt.</source>
        <translation>Sie haben nichts gewählt.</translation>
    </message>
    <message>
        <source>Antwort wählen</source>
        <translation>Antwort wählen</translation>
    </message>
    <message>
        <source>Ohne Antwort weiter</source>
        <translation>Ohne Antwort weiter</translation>
    </message>
</context>
<context>
    <name>RepeatInput</name>
    <message>
        <source>Ja, eine Angabe</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>Ja, noch eine Angabe</source>
        <translation>Ja, noch etwas</translation>
    </message>
    <message>
        <source>Nein, weiter</source>
        <translation>Nein, weiter</translation>
    </message>
    <message>
        <source>Letzte Angabe entfernen</source>
        <translation>Das Letzte löschen</translation>
    </message>
    <message>
        <source>Die letzte Angabe ist weg. Mit „Ja“ kommt sie zurück.</source>
        <translation>Das Letzte ist weg. Mit „Ja“ kommt es zurück.</translation>
    </message>
    <message>
        <source>Möchten Sie hier etwas angeben?</source>
        <translation>Möchten Sie hier etwas sagen?</translation>
    </message>
    <message>
        <source>Sie haben {count} Angaben gemacht. Mehr geht hier nicht.</source>
        <translation>Das waren {count} Sachen. Mehr geht hier nicht.</translation>
    </message>
    <message>
        <source>Sie haben eine Angabe gemacht. Möchten Sie noch eine machen?</source>
        <translation>Das war eine Sache. Möchten Sie noch etwas sagen?</translation>
    </message>
    <message>
        <source>Sie haben {count} Angaben gemacht. Möchten Sie noch eine machen?</source>
        <translation>Das waren {count} Sachen. Möchten Sie noch etwas sagen?</translation>
    </message>
</context>
<context>
    <name>ReviewRow</name>
    <message>
        <source>nicht beantwortet</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>Frühere Antworten</source>
        <translation>Antworten von vorher</translation>
    </message>
    <message>
        <source>Antwort verborgen</source>
        <translation>Antwort ist versteckt</translation>
    </message>
    <message>
        <source>{n} Antworten verborgen</source>
        <translation>{n} Antworten sind versteckt</translation>
    </message>
    <message>
        <source>Ändern</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Ändern: {question}</source>
        <translation>Ändern: {question}</translation>
    </message>
</context>
<context>
    <name>ReviewScreen</name>
    <message>
        <source>Stimmt alles so?</source>
        <translation>Ist alles richtig?</translation>
    </message>
    <message>
        <source>Nach „Fertig“ kann niemand mehr sagen, welche Antworten von Ihnen sind.</source>
        <translation>Nach „Fertig“ weiß niemand mehr:
Diese Antworten sind von Ihnen.</translation>
    </message>
    <message>
        <source>Vorige Seite</source>
        <translation>Seite davor</translation>
    </message>
    <message>
        <source>Nächste Seite</source>
        <translation>Nächste Seite</translation>
    </message>
    <message>
        <source>Fertig</source>
        <translation>Fertig</translation>
    </message>
</context>
<context>
    <name>SearchInput</name>
    <message>
        <source>Antwort suchen</source>
        <translation>Antwort suchen</translation>
    </message>
    <message>
        <source>Suchen</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Nichts gefunden. Bitte löschen Sie Buchstaben.</source>
        <translation>Nichts gefunden. Bitte löschen Sie Buchstaben.</translation>
    </message>
    <message>
        <source>Sie können bis zu {most} Antworten wählen. Gewählt: {count}</source>
        <translation>Sie können {most} Antworten wählen. Gewählt: {count}</translation>
    </message>
    <message>
        <source>Es sind {count} Antworten. Tippen Sie den Anfang Ihrer Antwort.</source>
        <translation>Es sind {count} Antworten. Tippen Sie den Anfang Ihrer Antwort.</translation>
    </message>
    <message>
        <source>Antwort: {label}</source>
        <translation>Antwort: {label}</translation>
    </message>
    <message>
        <source>Ausgewählt</source>
        <translation>Gewählt</translation>
    </message>
    <message>
        <source>Anfang tippen</source>
        <translation>Anfang tippen</translation>
    </message>
    <message>
        <source>Sie haben schon {most} Antworten gewählt. Mehr geht hier nicht.</source>
        <translation>Sie haben schon {most} Antworten gewählt. Mehr geht hier nicht.</translation>
    </message>
    <message>
        <source>Gewählt: {count} Antworten</source>
        <translation>Gewählt: {count} Antworten</translation>
    </message>
    <message>
        <source>Gewählt: {labels}</source>
        <translation>Gewählt: {labels}</translation>
    </message>
    <message>
        <source>1 Antwort</source>
        <translation>1 Antwort</translation>
    </message>
    <message>
        <source>{count} Antworten</source>
        <translation>{count} Antworten</translation>
    </message>
    <message>
        <source>Von vorn</source>
        <translation>Von vorn</translation>
    </message>
    <message>
        <source>Weitere</source>
        <translation>Mehr</translation>
    </message>
</context>
<context>
    <name>StillThereScreen</name>
    <message>
        <source>Sonst speichern wir Ihre bisherigen Antworten anonym.</source>
        <translation>Sonst speichern wir Ihre Antworten.
Niemand erfährt Ihren Namen.</translation>
    </message>
    <message>
        <source>Sonst löschen wir Ihre Antworten.</source>
        <translation>Sonst löschen wir Ihre Antworten.</translation>
    </message>
    <message>
        <source>Sind Sie noch da?</source>
        <translation>Sind Sie noch da?</translation>
    </message>
    <message>
        <source>Bitte tippen Sie auf den Bildschirm.</source>
        <translation>Bitte tippen Sie auf den Bildschirm.</translation>
    </message>
    <message>
        <source>Ihre Antworten sind so lange verborgen.</source>
        <translation>So lange sind Ihre Antworten versteckt.</translation>
    </message>
    <message>
        <source>Brauchen Sie Hilfe? Rufen Sie bitte jemanden vom Personal.</source>
        <translation>Brauchen Sie Hilfe?
Bitte rufen Sie jemanden aus dem Haus.</translation>
    </message>
    <message>
        <source>Ja, ich mache weiter</source>
        <translation>Ja, ich mache weiter</translation>
    </message>
    <message>
        <source>Alles verwerfen</source>
        <translation>Alles löschen</translation>
    </message>
    <message>
        <source>Noch {n} Sekunden</source>
        <translation>Noch {n} Sekunden</translation>
    </message>
</context>
<context>
    <name>TextInput</name>
    <message>
        <source>Schreiben</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Das Feld ist voll.</source>
        <translation>Das Feld ist voll.</translation>
    </message>
    <message>
        <source>Noch {left} Zeichen</source>
        <translation>Noch {left} Zeichen</translation>
    </message>
    <message>
        <source>Sie können hier etwas schreiben.</source>
        <translation>Sie können hier etwas schreiben.</translation>
    </message>
</context>
<context>
    <name>TopStrip</name>
    <message>
        <source>Alles verwerfen</source>
        <translation>Alles löschen</translation>
    </message>
    <message>
        <source>Hilfe holen</source>
        <translation>Hilfe holen</translation>
    </message>
    <message>
        <source>Darstellung</source>
        <translation>Schrift und Ton</translation>
    </message>
    <message>
        <source>Seite {page} von {pages}</source>
        <translation>Seite {page} von {pages}</translation>
    </message>
    <message>
        <source>Seite {number} von {total}</source>
        <translation>Seite {number} von {total}</translation>
    </message>
    <message>
        <source>Frage {number} von {total}</source>
        <translation>Frage {number} von {total}</translation>
    </message>
</context>
<context>
    <name>WelcomeScreen</name>
    <message>
        <source>Einen Moment …</source>
        <translation>Einen Moment …</translation>
    </message>
    <message>
        <source>Beginnen</source>
        <translation>Beginnen</translation>
    </message>
    <message>
        <source>Tippen Sie auf „Beginnen“.</source>
        <translation>Tippen Sie auf „Beginnen“.</translation>
    </message>
</context>
</TS>
