<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pl" sourcelanguage="de">
<context>
    <name>AcknowledgeInput</name>
    <message>
        <source>Ich habe das gelesen.</source>
        <translation>Tekst przeczytany.</translation>
    </message>
    <message>
        <source>Ausgewählt.</source>
        <translation>Wybrano.</translation>
    </message>
</context>
<context>
    <name>BottomStrip</name>
    <message>
        <source>Zurück</source>
        <translation>Wstecz</translation>
    </message>
    <message>
        <source>Weiter</source>
        <translation>Dalej</translation>
    </message>
    <message>
        <source>Vorlesen</source>
        <translation>Odczytaj</translation>
    </message>
    <message>
        <source>Vorlesen anhalten</source>
        <translation>Zatrzymaj</translation>
    </message>
    <message>
        <source>Kein Ton</source>
        <translation>Brak dźwięku</translation>
    </message>
    <message>
        <source>Keine Stimme</source>
        <translation>Brak głosu</translation>
    </message>
</context>
<context>
    <name>ChoiceInput</name>
    <message>
        <source>Mehr als {most} gehen hier nicht.</source>
        <translation>Więcej niż {most} nie można.</translation>
    </message>
    <message>
        <source>Gewählt: {count} von {most}</source>
        <translation>Wybrano: {count} z {most}</translation>
    </message>
    <message>
        <source>Sie haben schon {most} Antworten gewählt. Mehr geht hier nicht.</source>
        <translation>Wybrane odpowiedzi: {most}. Więcej nie można.</translation>
    </message>
    <message>
        <source>Sie können bis zu {most} Antworten wählen. Gewählt: {count}</source>
        <translation>Można wybrać najwyżej {most} odpowiedzi. Wybrano: {count}</translation>
    </message>
    <message>
        <source>Antwort {number}: {label}</source>
        <translation>Odpowiedź {number}: {label}</translation>
    </message>
    <message>
        <source>Ausgewählt</source>
        <translation>Wybrano</translation>
    </message>
    <message>
        <source>Was heißt das?</source>
        <translation>Co to znaczy?</translation>
    </message>
</context>
<context>
    <name>ClosedScreen</name>
    <message>
        <source>Für Mitarbeitende</source>
        <translation>Dla pracowników</translation>
    </message>
    <message>
        <source>Wir machen gerade eine Pause.</source>
        <translation>Mamy teraz przerwę.</translation>
    </message>
    <message>
        <source>Es geht bald weiter.</source>
        <translation>Niedługo wracamy.</translation>
    </message>
    <message>
        <source>Die Umfrage ist gerade geschlossen.</source>
        <translation>Ankieta jest teraz zamknięta.</translation>
    </message>
    <message>
        <source>Möchten Sie teilnehmen? Bitte sprechen Sie uns an.</source>
        <translation>Chce Pan/Pani wziąć udział? Proszę do nas podejść.</translation>
    </message>
</context>
<context>
    <name>ConfirmDiscardScreen</name>
    <message>
        <source>Möchten Sie alle Ihre Antworten verwerfen?</source>
        <translation>Czy chce Pan/Pani odrzucić wszystkie swoje odpowiedzi?</translation>
    </message>
    <message>
        <source>Wir löschen sie dann. Das können wir nicht rückgängig machen.</source>
        <translation>Wtedy je usuniemy. Nie będzie można tego cofnąć.</translation>
    </message>
    <message>
        <source>Ja, alles verwerfen</source>
        <translation>Tak, odrzuć wszystko</translation>
    </message>
    <message>
        <source>Weiter ausfüllen</source>
        <translation>Kontynuuj</translation>
    </message>
</context>
<context>
    <name>Curtain</name>
    <message>
        <source>Bildschirm einschalten</source>
        <translation>Włącz ekran</translation>
    </message>
</context>
<context>
    <name>DecimalInput</name>
    <message>
        <source>Ihre Zahl</source>
        <translation>Podana liczba</translation>
    </message>
    <message>
        <source>noch keine Zahl</source>
        <translation>jeszcze brak liczby</translation>
    </message>
    <message>
        <source>Ihre Zahl: {number}.</source>
        <translation>Podana liczba: {number}.</translation>
    </message>
    <message>
        <source>Höchstens {highest}</source>
        <translation>Najwyżej {highest}</translation>
    </message>
    <message>
        <source>Mindestens {lowest}</source>
        <translation>Co najmniej {lowest}</translation>
    </message>
    <message>
        <source>Von {lowest} bis {highest}</source>
        <translation>Od {lowest} do {highest}</translation>
    </message>
    <message>
        <source>Mehr als {most} Ziffern nach dem Komma gehen hier nicht.</source>
        <translation>Nie można wpisać po przecinku więcej cyfr niż {most}.</translation>
    </message>
    <message>
        <source>Mehr als {most} Ziffern gehen hier nicht.</source>
        <translation>Nie można wpisać więcej cyfr niż {most}.</translation>
    </message>
    <message>
        <source>Bitte tippen Sie noch die Zahl ein.</source>
        <translation>Proszę wpisać jeszcze liczbę.</translation>
    </message>
</context>
<context>
    <name>Decision</name>
    <message>
        <source>Bitte wählen Sie eine Antwort.</source>
        <translation>Proszę wybrać odpowiedź.</translation>
    </message>
</context>
<context>
    <name>DigitPad</name>
    <message>
        <source>Löschen</source>
        <translation>Usuń</translation>
    </message>
    <message>
        <source>Minus</source>
        <translation>Minus</translation>
    </message>
    <message>
        <source>Komma</source>
        <translation>Przecinek</translation>
    </message>
    <message>
        <source>Punkt</source>
        <translation>Kropka</translation>
    </message>
</context>
<context>
    <name>DigitsInput</name>
    <message>
        <source>Ihre Ziffern</source>
        <translation>Wpisane cyfry</translation>
    </message>
    <message>
        <source>noch keine Ziffern</source>
        <translation>jeszcze brak cyfr</translation>
    </message>
    <message>
        <source>Noch 1 Ziffer</source>
        <translation>Brakuje 1 cyfry</translation>
    </message>
    <message>
        <source>Noch {left} Ziffern</source>
        <translation>Brakuje cyfr: {left}</translation>
    </message>
    <message>
        <source>Tippen Sie auf die Ziffern.</source>
        <translation>Proszę dotykać cyfr.</translation>
    </message>
    <message>
        <source>Mehr als {most} Ziffern gehen hier nicht.</source>
        <translation>Nie można wpisać więcej cyfr niż {most}.</translation>
    </message>
</context>
<context>
    <name>DisplayPanel</name>
    <message>
        <source>Darstellung</source>
        <translation>Wygląd</translation>
    </message>
    <message>
        <source>So finden alle das Gerät vor</source>
        <translation>Tak zastają urządzenie wszyscy</translation>
    </message>
    <message>
        <source>Fertig</source>
        <translation>Gotowe</translation>
    </message>
    <message>
        <source>Mehr zeigen
({page} von {pages})</source>
        <translation>Pokaż więcej
({page} z {pages})</translation>
    </message>
    <message>
        <source>Von vorn
({page} von {pages})</source>
        <translation>Od początku
({page} z {pages})</translation>
    </message>
    <message>
        <source>Alles zurücksetzen</source>
        <translation>Przywróć wszystko</translation>
    </message>
    <message>
        <source>Schrift</source>
        <translation>Litery</translation>
    </message>
    <message>
        <source>Farben</source>
        <translation>Kolory</translation>
    </message>
    <message>
        <source>Vorlesen</source>
        <translation>Czytanie na głos</translation>
    </message>
    <message>
        <source>Sprache</source>
        <translation>Język</translation>
    </message>
    <message>
        <source>Lautstärke</source>
        <translation>Głośność</translation>
    </message>
    <message>
        <source>Tempo</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Stimme</source>
        <translation>Głos</translation>
    </message>
    <message>
        <source>Tasten</source>
        <translation>Przyciski</translation>
    </message>
    <message>
        <source>Antippen</source>
        <translation>Dotyk</translation>
    </message>
    <message>
        <source>„Weiter“ und „Zurück“</source>
        <translation>„Dalej” i „Wstecz”</translation>
    </message>
    <message>
        <source>Ansicht</source>
        <translation>Widok</translation>
    </message>
    <message>
        <source>Tastatur</source>
        <translation>Klawiatura</translation>
    </message>
    <message>
        <source>Bildschirm</source>
        <translation>Ekran</translation>
    </message>
    <message>
        <source>{step} von {steps}</source>
        <translation>{step} z {steps}</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Zwykłe</translation>
    </message>
    <message>
        <source>Groß</source>
        <translation>Duże</translation>
    </message>
    <message>
        <source>Sehr groß</source>
        <translation>Bardzo duże</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Standardowe</translation>
    </message>
    <message>
        <source>Schwarz auf Weiß</source>
        <translation>Czarne na białym</translation>
    </message>
    <message>
        <source>Weiß auf Schwarz</source>
        <translation>Białe na czarnym</translation>
    </message>
    <message>
        <source>Gelb auf Schwarz</source>
        <translation>Żółte na czarnym</translation>
    </message>
    <message>
        <source>Sanft</source>
        <translation>Łagodne</translation>
    </message>
    <message>
        <source>An</source>
        <translation>Tak</translation>
    </message>
    <message>
        <source>Tief</source>
        <translation>Niski</translation>
    </message>
    <message>
        <source>Hoch</source>
        <translation>Wysoki</translation>
    </message>
    <message>
        <source>Aus, nur Ton</source>
        <translation>Wyłączony, tylko dźwięk</translation>
    </message>
    <message>
        <source>Lauter</source>
        <translation>Głośniej</translation>
    </message>
    <message>
        <source>Leiser</source>
        <translation>Ciszej</translation>
    </message>
    <message>
        <source>Schneller</source>
        <translation>Szybciej</translation>
    </message>
    <message>
        <source>Langsamer</source>
        <translation>Wolniej</translation>
    </message>
    <message>
        <source>Aus</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>Ruhig</source>
        <translation>Spokojny</translation>
    </message>
    <message>
        <source>Ganze Breite</source>
        <translation>Cała szerokość</translation>
    </message>
    <message>
        <source>Rechts</source>
        <translation>Po prawej</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Po lewej</translation>
    </message>
    <message>
        <source>Einfach</source>
        <translation>Prosty</translation>
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
        <translation>Zamknij</translation>
    </message>
    <message>
        <source>{answer}, ausgewählt</source>
        <translation>{answer}, wybrano</translation>
    </message>
</context>
<context>
    <name>DisplayScreen</name>
    <message>
        <source>Wie groß soll die Schrift sein?</source>
        <translation>Jak duże mają być litery?</translation>
    </message>
    <message>
        <source>Soll das Gerät vorlesen?</source>
        <translation>Czy urządzenie ma czytać na głos?</translation>
    </message>
    <message>
        <source>Normal: so groß</source>
        <translation>Zwykłe: takie</translation>
    </message>
    <message>
        <source>Groß: so groß</source>
        <translation>Duże: takie</translation>
    </message>
    <message>
        <source>Sehr groß: so groß</source>
        <translation>Bardzo duże: takie</translation>
    </message>
    <message>
        <source>Nein</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>Ja</source>
        <translation>Tak</translation>
    </message>
    <message>
        <source>Vorlesen: Nein</source>
        <translation>Czytanie na głos: nie</translation>
    </message>
    <message>
        <source>Vorlesen: Ja</source>
        <translation>Czytanie na głos: tak</translation>
    </message>
</context>
<context>
    <name>GoodbyeScreen</name>
    <message>
        <source>Zum Anfang</source>
        <translation>Do początku</translation>
    </message>
    <message>
        <source>Vielen Dank! Ihre Antworten sind gespeichert.</source>
        <translation>Dziękujemy! Pana/Pani odpowiedzi są zapisane.</translation>
    </message>
    <message>
        <source>Schön, dass Sie sich dafür interessieren! Diese Umfrage ist für Menschen ab 14 Jahren. Wir haben keine Antworten gespeichert.</source>
        <translation>Cieszy nas to zainteresowanie! Ta ankieta jest dla osób od 14 lat. Żadne odpowiedzi nie są zapisane.</translation>
    </message>
    <message>
        <source>Vielen Dank für Ihr Interesse! Wir haben keine Antworten gespeichert.</source>
        <translation>Dziękujemy za zainteresowanie! Żadne odpowiedzi nie są zapisane.</translation>
    </message>
    <message>
        <source>Wir haben Ihre Antworten verworfen. Nichts davon ist gespeichert.</source>
        <translation>Pana/Pani odpowiedzi są odrzucone. Nic z nich nie jest zapisane.</translation>
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
        <translation>Proszę poczekać. Zaraz ktoś pomoże.</translation>
    </message>
    <message>
        <source>Ihre Antworten sind jetzt nicht zu sehen.</source>
        <translation>Pana/Pani odpowiedzi są teraz niewidoczne.</translation>
    </message>
    <message>
        <source>Sie haben Zeit, so viel Sie möchten.</source>
        <translation>Mają Państwo tyle czasu, ile potrzeba.</translation>
    </message>
    <message>
        <source>Weiter ausfüllen</source>
        <translation>Kontynuuj</translation>
    </message>
    <message>
        <source>Jemand hilft mir</source>
        <translation>Ktoś mi pomaga</translation>
    </message>
    <message>
        <source>Jemand tippt für mich</source>
        <translation>Ktoś dotyka ekranu za mnie</translation>
    </message>
    <message>
        <source>Jemand anderes hilft mir</source>
        <translation>Pomaga mi ktoś inny</translation>
    </message>
    <message>
        <source>Jemand anderes tippt für mich</source>
        <translation>Ekranu dotyka za mnie ktoś inny</translation>
    </message>
    <message>
        <source>Ich mache allein weiter</source>
        <translation>Dalej samodzielnie</translation>
    </message>
</context>
<context>
    <name>HelpingBanner</name>
    <message>
        <source>Jemand hilft Ihnen.</source>
        <translation>Ktoś pomaga.</translation>
    </message>
    <message>
        <source>Jemand tippt für Sie.</source>
        <translation>Ktoś inny dotyka ekranu.</translation>
    </message>
    <message>
        <source>Ich mache allein weiter</source>
        <translation>Dalej samodzielnie</translation>
    </message>
</context>
<context>
    <name>HiddenScreen</name>
    <message>
        <source>Ja, neu beginnen</source>
        <translation>Tak, zacząć od nowa</translation>
    </message>
    <message>
        <source>Neu beginnen</source>
        <translation>Zacznij od nowa</translation>
    </message>
    <message>
        <source>Nein, zurück</source>
        <translation>Nie, wróć</translation>
    </message>
    <message>
        <source>Weiter mit PIN</source>
        <translation>Dalej z PIN-em</translation>
    </message>
    <message>
        <source>Möchten Sie neu beginnen?</source>
        <translation>Czy zacząć od nowa?</translation>
    </message>
    <message>
        <source>Die angehaltene Umfrage ist dann zu Ende.</source>
        <translation>Wstrzymana ankieta będzie wtedy zakończona.</translation>
    </message>
    <message>
        <source>Die Antworten darin speichern wir anonym.</source>
        <translation>Zawarte w niej odpowiedzi zapiszemy anonimowo.</translation>
    </message>
    <message>
        <source>Die Antworten darin löschen wir.</source>
        <translation>Zawarte w niej odpowiedzi usuniemy.</translation>
    </message>
    <message>
        <source>Noch {n} Minuten ist das möglich.</source>
        <translation>Pozostało na to minut: {n}.</translation>
    </message>
    <message>
        <source>Noch eine Minute ist das möglich.</source>
        <translation>Pozostała na to jedna minuta.</translation>
    </message>
    <message>
        <source>Danach speichern wir die Antworten anonym.</source>
        <translation>Potem zapiszemy odpowiedzi anonimowo.</translation>
    </message>
    <message>
        <source>Danach löschen wir die Antworten.</source>
        <translation>Potem usuniemy odpowiedzi.</translation>
    </message>
    <message>
        <source>Diese Umfrage ist angehalten.</source>
        <translation>Ta ankieta jest wstrzymana.</translation>
    </message>
    <message>
        <source>Möchten Sie weitermachen? Rufen Sie bitte jemanden vom Personal.</source>
        <translation>Aby kontynuować, proszę zawołać kogoś z personelu.</translation>
    </message>
</context>
<context>
    <name>HintPanel</name>
    <message>
        <source>Was heißt das?</source>
        <translation>Co to znaczy?</translation>
    </message>
    <message>
        <source>Zurück zur Frage</source>
        <translation>Powrót do pytania</translation>
    </message>
    <message>
        <source>Von vorn
({page} von {pages})</source>
        <translation>Od początku
({page} z {pages})</translation>
    </message>
    <message>
        <source>Mehr lesen
({page} von {pages})</source>
        <translation>Czytaj dalej
({page} z {pages})</translation>
    </message>
</context>
<context>
    <name>Keyboard</name>
    <message>
        <source>Groß</source>
        <translation>Duże</translation>
    </message>
    <message>
        <source>abc</source>
        <translation>abc</translation>
    </message>
    <message>
        <source>Buchstaben</source>
        <translation>Litery</translation>
    </message>
    <message>
        <source>Ziffern und Zeichen</source>
        <translation>Cyfry i znaki</translation>
    </message>
    <message>
        <source>Buchstaben von A bis Z</source>
        <translation>Litery od A do Z</translation>
    </message>
    <message>
        <source>Buchstaben wie auf der Schreibmaschine</source>
        <translation>Litery jak na maszynie do pisania</translation>
    </message>
    <message>
        <source>Leerzeichen</source>
        <translation>Spacja</translation>
    </message>
    <message>
        <source>Löschen</source>
        <translation>Usuń</translation>
    </message>
    <message>
        <source>Punkt</source>
        <translation>Kropka</translation>
    </message>
    <message>
        <source>Komma</source>
        <translation>Przecinek</translation>
    </message>
    <message>
        <source>Bindestrich</source>
        <translation>Łącznik</translation>
    </message>
    <message>
        <source>Gedankenstrich</source>
        <translation>Myślnik</translation>
    </message>
    <message>
        <source>Doppelpunkt</source>
        <translation>Dwukropek</translation>
    </message>
    <message>
        <source>Strichpunkt</source>
        <translation>Średnik</translation>
    </message>
    <message>
        <source>Schrägstrich</source>
        <translation>Ukośnik</translation>
    </message>
    <message>
        <source>Klammer auf</source>
        <translation>Nawias otwierający</translation>
    </message>
    <message>
        <source>Klammer zu</source>
        <translation>Nawias zamykający</translation>
    </message>
    <message>
        <source>Ausrufezeichen</source>
        <translation>Wykrzyknik</translation>
    </message>
    <message>
        <source>Fragezeichen</source>
        <translation>Znak zapytania</translation>
    </message>
    <message>
        <source>Auslassungspunkte</source>
        <translation>Wielokropek</translation>
    </message>
    <message>
        <source>Anführung unten</source>
        <translation>Cudzysłów dolny</translation>
    </message>
    <message>
        <source>Anführung oben</source>
        <translation>Cudzysłów górny</translation>
    </message>
    <message>
        <source>Anführungszeichen</source>
        <translation>Cudzysłów</translation>
    </message>
    <message>
        <source>Apostroph</source>
        <translation>Apostrof</translation>
    </message>
    <message>
        <source>Und-Zeichen</source>
        <translation>Znak „i”</translation>
    </message>
    <message>
        <source>Prozent</source>
        <translation>Procent</translation>
    </message>
    <message>
        <source>Plus</source>
        <translation>Plus</translation>
    </message>
    <message>
        <source>Sternchen</source>
        <translation>Gwiazdka</translation>
    </message>
    <message>
        <source>Gleich</source>
        <translation>Znak równości</translation>
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
        <translation>Usuń</translation>
    </message>
</context>
<context>
    <name>LanguageScreen</name>
    <message>
        <source>Welche Sprache möchten Sie?</source>
        <translation>Jaki język Pan/Pani wybiera?</translation>
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
        <translation>godz. {hour}:{minute}</translation>
    </message>
    <message>
        <source>{hour} Uhr</source>
        <translation>godz. {hour}</translation>
    </message>
    <message>
        <source>Tippen Sie auf die Ziffern.</source>
        <translation>Proszę dotykać cyfr.</translation>
    </message>
    <message>
        <source>Zur Wahl stehen {first} bis {last}.</source>
        <translation>Do wyboru: od {first} do {last}.</translation>
    </message>
    <message>
        <source>Das Jahr hat schon 4 Ziffern.</source>
        <translation>Rok ma już 4 cyfry.</translation>
    </message>
    <message>
        <source>Bitte tippen Sie das Jahr mit 4 Ziffern ein.</source>
        <translation>Proszę wpisać rok, 4 cyfry.</translation>
    </message>
    <message>
        <source>Die Minuten haben schon 2 Ziffern.</source>
        <translation>Minuty mają już 2 cyfry.</translation>
    </message>
    <message>
        <source>Die Minuten gehen von 00 bis 59.</source>
        <translation>Minuty są od 00 do 59.</translation>
    </message>
    <message>
        <source>Tippen Sie das Jahr ein, mit 4 Ziffern.</source>
        <translation>Proszę wpisać rok, 4 cyfry.</translation>
    </message>
    <message>
        <source>Tippen Sie die Minuten ein, mit 2 Ziffern.</source>
        <translation>Proszę wpisać minuty, 2 cyfry.</translation>
    </message>
    <message>
        <source>Tippen Sie auf den Tag.</source>
        <translation>Proszę dotknąć dnia.</translation>
    </message>
    <message>
        <source>Tippen Sie auf den Monat.</source>
        <translation>Proszę dotknąć miesiąca.</translation>
    </message>
    <message>
        <source>Tippen Sie auf die Stunde.</source>
        <translation>Proszę dotknąć godziny.</translation>
    </message>
    <message>
        <source>Tippen Sie auf die Minuten.</source>
        <translation>Proszę dotknąć minut.</translation>
    </message>
    <message>
        <source>Tippen Sie jetzt auf „Weiter“.</source>
        <translation>Teraz proszę dotknąć „Dalej”.</translation>
    </message>
    <message>
        <source>Bitte wählen Sie noch den Tag.</source>
        <translation>Proszę wybrać jeszcze dzień.</translation>
    </message>
    <message>
        <source>Bitte wählen Sie noch den Monat.</source>
        <translation>Proszę wybrać jeszcze miesiąc.</translation>
    </message>
    <message>
        <source>Bitte wählen Sie noch das Jahr.</source>
        <translation>Proszę wybrać jeszcze rok.</translation>
    </message>
    <message>
        <source>Bitte wählen Sie noch die Stunde.</source>
        <translation>Proszę wybrać jeszcze godzinę.</translation>
    </message>
    <message>
        <source>Bitte wählen Sie noch die Minuten.</source>
        <translation>Proszę wybrać jeszcze minuty.</translation>
    </message>
    <message>
        <source>{day}.</source>
        <translation>{day}</translation>
    </message>
    <message>
        <source>Den {day} {month} gibt es {year} nicht. Bitte ändern Sie das Datum.</source>
        <translation>W roku {year} nie ma daty {day} {month}. Proszę zmienić datę.</translation>
    </message>
    <message>
        <source>Den {day} {month} gibt es nicht. Bitte ändern Sie das Datum.</source>
        <translation>Nie ma daty {day} {month}. Proszę zmienić datę.</translation>
    </message>
    <message>
        <source>Ihre Antwort: {answer}</source>
        <translation>Odpowiedź: {answer}</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Dzień</translation>
    </message>
    <message>
        <source>Monat</source>
        <translation>Miesiąc</translation>
    </message>
    <message>
        <source>Jahr</source>
        <translation>Rok</translation>
    </message>
    <message>
        <source>Stunde</source>
        <translation>Godzina</translation>
    </message>
    <message>
        <source>Minuten</source>
        <translation>Minuty</translation>
    </message>
    <message>
        <source>noch nicht gewählt</source>
        <translation>jeszcze nie wybrano</translation>
    </message>
    <message>
        <source>{minute} Minuten</source>
        <translation>minuty: {minute}</translation>
    </message>
    <message>
        <source>Andere Minuten</source>
        <translation>Inne minuty</translation>
    </message>
    <message>
        <source>Viertelstunden</source>
        <translation>Co 15 minut</translation>
    </message>
</context>
<context>
    <name>Narrator</name>
    <message>
        <source>Textfeld: {text}</source>
        <translation>Pole tekstowe: {text}</translation>
    </message>
    <message>
        <source>schreiben</source>
        <translation>pisanie</translation>
    </message>
    <message>
        <source>Ausgewählt</source>
        <translation>Wybrano</translation>
    </message>
    <message>
        <source>Reihe: {first} bis {last}.</source>
        <translation>Rząd: {first} do {last}.</translation>
    </message>
    <message>
        <source>Sie sind bei: {words}</source>
        <translation>Zaznaczone jest teraz: {words}</translation>
    </message>
    <message>
        <source>Der Bildschirm ist aus.</source>
        <translation>Ekran jest wyłączony.</translation>
    </message>
    <message>
        <source>Jetzt wird alles vorgelesen.</source>
        <translation>Teraz wszystko będzie czytane na głos.</translation>
    </message>
    <message>
        <source>Mit der ersten Taste gehen Sie weiter. Mit der zweiten wählen Sie.</source>
        <translation>Pierwszy klawisz prowadzi dalej. Drugi klawisz wybiera.</translation>
    </message>
    <message>
        <source>Mit den Pfeil-Tasten gehen Sie weiter. Mit der Eingabe-Taste wählen Sie.</source>
        <translation>Strzałki prowadzą dalej. Klawisz Enter wybiera.</translation>
    </message>
    <message>
        <source>Sie hören über Kopfhörer.</source>
        <translation>Słucha Pan/Pani przez słuchawki.</translation>
    </message>
    <message>
        <source>Der Kopfhörer ist ab. Jetzt hören andere mit.</source>
        <translation>Słuchawki są odłączone. Teraz słyszą też inni.</translation>
    </message>
    <message>
        <source>Nicht mehr ausgewählt: {name}.</source>
        <translation>Wybór cofnięty: {name}.</translation>
    </message>
    <message>
        <source>{number} von {count}</source>
        <translation>{number} z {count}</translation>
    </message>
    <message>
        <source>Tippen Sie in die Mitte. Dann geht der Bildschirm an.</source>
        <translation>Proszę dotknąć środka. Wtedy ekran się włączy.</translation>
    </message>
</context>
<context>
    <name>NumberInput</name>
    <message>
        <source>Eins weniger</source>
        <translation>O jeden mniej</translation>
    </message>
    <message>
        <source>Eins mehr</source>
        <translation>O jeden więcej</translation>
    </message>
    <message>
        <source>Löschen</source>
        <translation>Usuń</translation>
    </message>
    <message>
        <source>Ihre Zahl</source>
        <translation>Podana liczba</translation>
    </message>
    <message>
        <source>noch keine Zahl</source>
        <translation>jeszcze brak liczby</translation>
    </message>
    <message>
        <source>Ihre Zahl: {number}.</source>
        <translation>Podana liczba: {number}.</translation>
    </message>
    <message>
        <source>Höchstens {highest}</source>
        <translation>Najwyżej {highest}</translation>
    </message>
    <message>
        <source>Mindestens {lowest}</source>
        <translation>Co najmniej {lowest}</translation>
    </message>
    <message>
        <source>Von {lowest} bis {highest}</source>
        <translation>Od {lowest} do {highest}</translation>
    </message>
</context>
<context>
    <name>OutOfOrderScreen</name>
    <message>
        <source>Für Mitarbeitende:</source>
        <translation>Dla pracowników:</translation>
    </message>
    <message>
        <source>Dieses Gerät macht gerade Pause.</source>
        <translation>To urządzenie ma teraz przerwę.</translation>
    </message>
    <message>
        <source>Bitte sagen Sie uns Bescheid. Vielen Dank!</source>
        <translation>Proszę nam o tym powiedzieć. Dziękujemy!</translation>
    </message>
</context>
<context>
    <name>Pager</name>
    <message>
        <source>Weitere
({page} von {pages})</source>
        <translation>Więcej
({page} z {pages})</translation>
    </message>
    <message>
        <source>Von vorn
({page} von {pages})</source>
        <translation>Od początku
({page} z {pages})</translation>
    </message>
    <message>
        <source>Weitere Antworten
(Seite {page} von {pages})</source>
        <translation>Więcej
(strona {page} z {pages})</translation>
    </message>
    <message>
        <source>Wieder von vorn
(Seite {page} von {pages})</source>
        <translation>Od początku
(strona {page} z {pages})</translation>
    </message>
</context>
<context>
    <name>ParticipationScreen</name>
    <message>
        <source>Mehr zum Datenschutz</source>
        <translation>Więcej o ochronie danych</translation>
    </message>
    <message>
        <source>Weiter lesen</source>
        <translation>Czytaj dalej</translation>
    </message>
</context>
<context>
    <name>PauseScreen</name>
    <message>
        <source>Kurz ausruhen</source>
        <translation>Krótki odpoczynek</translation>
    </message>
    <message>
        <source>Ja, hier aufhören</source>
        <translation>Tak, zakończyć tutaj</translation>
    </message>
    <message>
        <source>Weiter ausfüllen</source>
        <translation>Kontynuuj</translation>
    </message>
    <message>
        <source>Möchten Sie hier aufhören?</source>
        <translation>Czy zakończyć tutaj?</translation>
    </message>
    <message>
        <source>Wir speichern Ihre bisherigen Antworten anonym.</source>
        <translation>Zapiszemy dotychczasowe odpowiedzi anonimowo.</translation>
    </message>
    <message>
        <source>Hier aufhören und abgeben</source>
        <translation>Zakończ tutaj i oddaj</translation>
    </message>
    <message>
        <source>Ruhen Sie sich aus.</source>
        <translation>Czas na odpoczynek.</translation>
    </message>
    <message>
        <source>Ihre Antworten sind nicht zu sehen.</source>
        <translation>Odpowiedzi nie są widoczne.</translation>
    </message>
    <message>
        <source>Tippen Sie auf „Weiter“, wenn Sie so weit sind.</source>
        <translation>Aby kontynuować, proszę nacisnąć „Dalej”.</translation>
    </message>
    <message>
        <source>Mehr als die Hälfte ist geschafft.</source>
        <translation>Więcej niż połowa za nami.</translation>
    </message>
    <message>
        <source>Möchten Sie eine Pause machen?</source>
        <translation>Czy zrobić przerwę?</translation>
    </message>
</context>
<context>
    <name>PinDots</name>
    <message>
        <source>{n} Ziffern eingegeben</source>
        <translation>Wpisane cyfry: {n}</translation>
    </message>
</context>
<context>
    <name>PinScreen</name>
    <message>
        <source>Für Mitarbeitende</source>
        <translation>Dla pracowników</translation>
    </message>
    <message>
        <source>Diese PIN stimmt nicht. Bitte versuchen Sie es noch einmal.</source>
        <translation>Ten PIN jest błędny. Proszę spróbować jeszcze raz.</translation>
    </message>
    <message>
        <source>Diese Umfrage ist für Mitarbeitende der Stadt. Bitte geben Sie die gemeinsame PIN ein.</source>
        <translation>Ta ankieta jest dla pracowników urzędu miasta. Proszę wpisać wspólny PIN.</translation>
    </message>
    <message>
        <source>Weiter</source>
        <translation>Dalej</translation>
    </message>
    <message>
        <source>Bitte geben Sie die neue PIN noch einmal ein.</source>
        <translation>Proszę wpisać nowy PIN jeszcze raz.</translation>
    </message>
    <message>
        <source>Bitte wählen Sie eine eigene PIN. Sie hat mindestens sechs Ziffern.</source>
        <translation>Proszę wybrać własny PIN. Ma on co najmniej sześć cyfr.</translation>
    </message>
    <message>
        <source>Bitte geben Sie Ihre PIN ein. Dann geht die Umfrage weiter.</source>
        <translation>Proszę wpisać PIN. Ankieta będzie kontynuowana.</translation>
    </message>
    <message>
        <source>Ihre PIN schaltet die Zeitgrenze für diese Umfrage wieder ein.</source>
        <translation>PIN włącza znowu limit czasu dla tej ankiety.</translation>
    </message>
    <message>
        <source>Ihre PIN schaltet die Zeitgrenze für diese Umfrage aus.</source>
        <translation>PIN wyłącza limit czasu dla tej ankiety.</translation>
    </message>
    <message>
        <source>Bitte geben Sie Ihre PIN ein.</source>
        <translation>Proszę wpisać PIN.</translation>
    </message>
    <message>
        <source>Anmelden</source>
        <translation>Zaloguj</translation>
    </message>
    <message>
        <source>Zu viele falsche Versuche. Bitte warten Sie noch {n} Minuten.</source>
        <translation>Za dużo błędnych prób. Proszę poczekać jeszcze {n} min.</translation>
    </message>
    <message>
        <source>Zu viele falsche Versuche. Bitte warten Sie noch {n} Sekunden.</source>
        <translation>Za dużo błędnych prób. Proszę poczekać jeszcze {n} s.</translation>
    </message>
</context>
<context>
    <name>PracticeScreen</name>
    <message>
        <source>Apfel</source>
        <translation>Jabłko</translation>
    </message>
    <message>
        <source>Birne</source>
        <translation>Gruszka</translation>
    </message>
    <message>
        <source>Pflaume</source>
        <translation>Śliwka</translation>
    </message>
    <message>
        <source>Fällt das Antippen schwer?</source>
        <translation>Czy dotykanie sprawia trudność?</translation>
    </message>
    <message>
        <source>Größere Tasten</source>
        <translation>Większe przyciski</translation>
    </message>
    <message>
        <source>Ruhiger antippen</source>
        <translation>Spokojny dotyk</translation>
    </message>
    <message>
        <source>Alles vorlesen lassen</source>
        <translation>Czytanie na głos</translation>
    </message>
    <message>
        <source>Jemand soll mir helfen</source>
        <translation>Poproszę kogoś o pomoc</translation>
    </message>
    <message>
        <source>So weitermachen</source>
        <translation>Tak zostaje</translation>
    </message>
    <message>
        <source>Übung auslassen</source>
        <translation>Pomiń ćwiczenie</translation>
    </message>
    <message>
        <source>Gut. So geht es.
Tippen Sie jetzt auf „Weiter“.</source>
        <translation>Dobrze. Tak to działa.
Teraz proszę nacisnąć „Dalej”.</translation>
    </message>
    <message>
        <source>Das war „{chosen}“.
Bitte tippen Sie auf „{wanted}“.</source>
        <translation>To było „{chosen}”.
Proszę nacisnąć „{wanted}”.</translation>
    </message>
    <message>
        <source>Zum Üben:
Bitte tippen Sie auf „{wanted}“.</source>
        <translation>Na próbę:
proszę nacisnąć „{wanted}”.</translation>
    </message>
</context>
<context>
    <name>PrivacyScreen</name>
    <message>
        <source>Ich mache allein weiter</source>
        <translation>Dalej samodzielnie</translation>
    </message>
    <message>
        <source>Zur Übersicht</source>
        <translation>Do przeglądu</translation>
    </message>
    <message>
        <source>Diese Antworten sehen nur Sie.</source>
        <translation>Te odpowiedzi widzi tylko Pan/Pani.</translation>
    </message>
    <message>
        <source>Wer hilft, soll dann bitte wegschauen.</source>
        <translation>Prosimy, aby osoba pomagająca nie patrzyła.</translation>
    </message>
    <message>
        <source>Wer hilft, soll frühere Antworten nicht sehen.</source>
        <translation>Wcześniejsze odpowiedzi nie są dla innych.</translation>
    </message>
    <message>
        <source>Ihre Antworten bis hier sind jetzt verborgen.</source>
        <translation>Są teraz ukryte.</translation>
    </message>
    <message>
        <source>Machen Sie wieder allein weiter? Dann sehen Sie alles.</source>
        <translation>Po przejściu dalej samodzielnie znów je widać.</translation>
    </message>
</context>
<context>
    <name>QuestionScreen</name>
    <message>
        <source>Bitte geben Sie eine Zahl von {lowest} bis {highest} ein.</source>
        <translation>Proszę podać liczbę od {lowest} do {highest}.</translation>
    </message>
    <message>
        <source>Bitte geben Sie mindestens {lowest} ein.</source>
        <translation>Proszę podać co najmniej {lowest}.</translation>
    </message>
    <message>
        <source>Bitte geben Sie höchstens {highest} ein.</source>
        <translation>Proszę podać najwyżej {highest}.</translation>
    </message>
    <message>
        <source>Diese Zahl geht hier nicht. Bitte geben Sie eine andere ein.</source>
        <translation>Ta liczba tu nie pasuje. Proszę podać inną.</translation>
    </message>
    <message>
        <source>Das sind zu viele Antworten. Bitte nehmen Sie eine weg.</source>
        <translation>Odpowiedzi jest za dużo. Proszę usunąć jedną.</translation>
    </message>
    <message>
        <source>Der Text ist zu lang. Bitte kürzen Sie ihn.</source>
        <translation>Tekst jest za długi. Proszę go skrócić.</translation>
    </message>
    <message>
        <source>Bitte geben Sie eine Zahl ein.</source>
        <translation>Proszę podać liczbę.</translation>
    </message>
    <message>
        <source>Diesen Tag oder diese Uhrzeit gibt es nicht. Bitte prüfen Sie.</source>
        <translation>Nie ma takiego dnia lub takiej godziny. Proszę sprawdzić.</translation>
    </message>
    <message>
        <source>Hier brauchen wir eine Antwort. Dann geht es weiter.</source>
        <translation>Tu potrzebna jest odpowiedź. Potem można iść dalej.</translation>
    </message>
    <message>
        <source>Bitte schreiben Sie keine Namen oder Adressen. Sonst machen wir sie unkenntlich.</source>
        <translation>Proszę nie podawać nazwisk ani adresów. W innym razie je zamażemy.</translation>
    </message>
    <message>
        <source>Diese Angabe steht schon fest. Sie lässt sich nicht ändern.</source>
        <translation>Ta odpowiedź jest już ustalona. Nie można jej zmienić.</translation>
    </message>
    <message>
        <source>Diese Antwort geht hier nicht. Bitte wählen Sie eine andere.</source>
        <translation>Ta odpowiedź tu nie pasuje. Proszę wybrać inną.</translation>
    </message>
</context>
<context>
    <name>RangeInput</name>
    <message>
        <source>Ihre Zahl</source>
        <translation>Podana liczba</translation>
    </message>
    <message>
        <source>noch keine Zahl</source>
        <translation>jeszcze brak liczby</translation>
    </message>
    <message>
        <source>{amount} weniger</source>
        <translation>o {amount} mniej</translation>
    </message>
    <message>
        <source>{amount} mehr</source>
        <translation>o {amount} więcej</translation>
    </message>
    <message>
        <source>Ihre Zahl: {number}.</source>
        <translation>Podana liczba: {number}.</translation>
    </message>
    <message>
        <source>Die Zahl liegt zwischen {lowest} und {highest}.</source>
        <translation>Liczba jest od {lowest} do {highest}.</translation>
    </message>
</context>
<context>
    <name>RankInput</name>
    <message>
        <source>Alle Plätze sind vergeben. Sie können einen wegnehmen.</source>
        <translation>Wszystkie miejsca są zajęte. Można jedno zwolnić.</translation>
    </message>
    <message>
        <source>Bitte tippen Sie auf das Wichtigste zuerst.</source>
        <translation>Proszę najpierw dotknąć tego, co najważniejsze.</translation>
    </message>
    <message>
        <source>Was kommt dann? Vergeben: {given} von {places}</source>
        <translation>Co dalej? Zajęte: {given} z {places}</translation>
    </message>
    <message>
        <source>Alle Plätze sind vergeben.</source>
        <translation>Wszystkie miejsca są zajęte.</translation>
    </message>
    <message>
        <source>Platz {place}</source>
        <translation>Miejsce {place}</translation>
    </message>
</context>
<context>
    <name>ReadonlyInput</name>
    <message>
        <source>Gelesen</source>
        <translation>Przeczytano</translation>
    </message>
    <message>
        <source>{time} Uhr</source>
        <translation>godz. {time}</translation>
    </message>
</context>
<context>
    <name>Reminder</name>
    <message>
        <source>Sie haben nichts geschrieben.</source>
        <translation>Nic nie jest napisane.</translation>
    </message>
    <message>
        <source>Etwas schreiben</source>
        <translation>Napisz coś</translation>
    </message>
    <message>
        <source>Sie haben keine Zahl gewählt.</source>
        <translation>Nie wybrano liczby.</translation>
    </message>
    <message>
        <source>Zahl wählen</source>
        <translation>Wybierz liczbę</translation>
    </message>
    <message>
        <source>Sie haben kein Datum gewählt.</source>
        <translation>Nie wybrano daty.</translation>
    </message>
    <message>
        <source>Datum wählen</source>
        <translation>Wybierz datę</translation>
    </message>
    <message>
        <source>Sie haben keine Uhrzeit gewählt.</source>
        <translation>Nie wybrano godziny.</translation>
    </message>
    <message>
        <source>Uhrzeit wählen</source>
        <translation>Wybierz godzinę</translation>
    </message>
    <message>
        <source>Sie haben Tag und Uhrzeit nicht gewählt.</source>
        <translation>Nie wybrano dnia i godziny.</translation>
    </message>
    <message>
        <source>Beides wählen</source>
        <translation>Wybierz jedno i drugie</translation>
    </message>
    <message>
        <source>Sie haben „Ich habe das gelesen“ nicht angetippt.</source>
        <translation>Pole „Tekst przeczytany” nie jest zaznaczone.</translation>
    </message>
    <message>
        <source>Zurück zum Text</source>
        <translation>Powrót do tekstu</translation>
    </message>
    <message>
        <source>Sie haben nichts ausgewählt.</source>
        <translation>Nic nie wybrano.</translation>
    </message>
    <message>
        <source>Antwort wählen</source>
        <translation>Wybierz odpowiedź</translation>
    </message>
    <message>
        <source>Ohne Antwort weiter</source>
        <translation>Dalej bez odpowiedzi</translation>
    </message>
</context>
<context>
    <name>RepeatInput</name>
    <message>
        <source>Ja, eine Angabe</source>
        <translation>Tak, jeden wpis</translation>
    </message>
    <message>
        <source>Ja, noch eine Angabe</source>
        <translation>Tak, jeszcze jeden wpis</translation>
    </message>
    <message>
        <source>Nein, weiter</source>
        <translation>Nie, dalej</translation>
    </message>
    <message>
        <source>Letzte Angabe entfernen</source>
        <translation>Usuń ostatni wpis</translation>
    </message>
    <message>
        <source>Die letzte Angabe ist weg. Mit „Ja“ kommt sie zurück.</source>
        <translation>Ostatni wpis jest usunięty. „Tak” przywraca go.</translation>
    </message>
    <message>
        <source>Möchten Sie hier etwas angeben?</source>
        <translation>Czy chce Pan/Pani coś tu podać?</translation>
    </message>
    <message>
        <source>Sie haben {count} Angaben gemacht. Mehr geht hier nicht.</source>
        <translation>Liczba wpisów: {count}. Więcej nie można.</translation>
    </message>
    <message>
        <source>Sie haben eine Angabe gemacht. Möchten Sie noch eine machen?</source>
        <translation>Jest jeden wpis. Czy chce Pan/Pani dodać następny?</translation>
    </message>
    <message>
        <source>Sie haben {count} Angaben gemacht. Möchten Sie noch eine machen?</source>
        <translation>Liczba wpisów: {count}. Czy chce Pan/Pani dodać następny?</translation>
    </message>
</context>
<context>
    <name>ReviewRow</name>
    <message>
        <source>nicht beantwortet</source>
        <translation>bez odpowiedzi</translation>
    </message>
    <message>
        <source>Frühere Antworten</source>
        <translation>Wcześniejsze odpowiedzi</translation>
    </message>
    <message>
        <source>Antwort verborgen</source>
        <translation>Odpowiedź ukryta</translation>
    </message>
    <message>
        <source>{n} Antworten verborgen</source>
        <translation>Ukryte odpowiedzi: {n}</translation>
    </message>
    <message>
        <source>Ändern</source>
        <translation>Zmień</translation>
    </message>
    <message>
        <source>Ändern: {question}</source>
        <translation>Zmień: {question}</translation>
    </message>
</context>
<context>
    <name>ReviewScreen</name>
    <message>
        <source>Stimmt alles so?</source>
        <translation>Czy wszystko się zgadza?</translation>
    </message>
    <message>
        <source>Nach „Fertig“ kann niemand mehr sagen, welche Antworten von Ihnen sind.</source>
        <translation>Po „Gotowe” nikt już nie ustali, które odpowiedzi są od Pana/Pani.</translation>
    </message>
    <message>
        <source>Vorige Seite</source>
        <translation>Poprzednia strona</translation>
    </message>
    <message>
        <source>Nächste Seite</source>
        <translation>Następna strona</translation>
    </message>
    <message>
        <source>Fertig</source>
        <translation>Gotowe</translation>
    </message>
</context>
<context>
    <name>SearchInput</name>
    <message>
        <source>Antwort suchen</source>
        <translation>Szukaj odpowiedzi</translation>
    </message>
    <message>
        <source>Suchen</source>
        <translation>Szukaj</translation>
    </message>
    <message>
        <source>Nichts gefunden. Bitte löschen Sie Buchstaben.</source>
        <translation>Nic nie znaleziono. Proszę usunąć litery.</translation>
    </message>
    <message>
        <source>Sie können bis zu {most} Antworten wählen. Gewählt: {count}</source>
        <translation>Można wybrać najwyżej {most} odpowiedzi. Wybrano: {count}</translation>
    </message>
    <message>
        <source>Es sind {count} Antworten. Tippen Sie den Anfang Ihrer Antwort.</source>
        <translation>Odpowiedzi do wyboru: {count}. Proszę wpisać początek odpowiedzi.</translation>
    </message>
    <message>
        <source>Antwort: {label}</source>
        <translation>Odpowiedź: {label}</translation>
    </message>
    <message>
        <source>Ausgewählt</source>
        <translation>Wybrano</translation>
    </message>
    <message>
        <source>Anfang tippen</source>
        <translation>Początek słowa</translation>
    </message>
    <message>
        <source>Sie haben schon {most} Antworten gewählt. Mehr geht hier nicht.</source>
        <translation>Wybrane odpowiedzi: {most}. Więcej nie można.</translation>
    </message>
    <message>
        <source>Gewählt: {count} Antworten</source>
        <translation>Wybrane odpowiedzi: {count}</translation>
    </message>
    <message>
        <source>Gewählt: {labels}</source>
        <translation>Wybrano: {labels}</translation>
    </message>
    <message>
        <source>1 Antwort</source>
        <translation>1 odpowiedź</translation>
    </message>
    <message>
        <source>{count} Antworten</source>
        <translation>Odpowiedzi: {count}</translation>
    </message>
    <message>
        <source>Von vorn</source>
        <translation>Od początku</translation>
    </message>
    <message>
        <source>Weitere</source>
        <translation>Więcej</translation>
    </message>
</context>
<context>
    <name>StillThereScreen</name>
    <message>
        <source>Sonst speichern wir Ihre bisherigen Antworten anonym.</source>
        <translation>W innym razie zapiszemy dotychczasowe odpowiedzi anonimowo.</translation>
    </message>
    <message>
        <source>Sonst löschen wir Ihre Antworten.</source>
        <translation>W innym razie usuniemy odpowiedzi.</translation>
    </message>
    <message>
        <source>Sind Sie noch da?</source>
        <translation>Czy jest Pan/Pani jeszcze tutaj?</translation>
    </message>
    <message>
        <source>Bitte tippen Sie auf den Bildschirm.</source>
        <translation>Proszę dotknąć ekranu.</translation>
    </message>
    <message>
        <source>Ihre Antworten sind so lange verborgen.</source>
        <translation>Do tego czasu odpowiedzi są ukryte.</translation>
    </message>
    <message>
        <source>Brauchen Sie Hilfe? Rufen Sie bitte jemanden vom Personal.</source>
        <translation>W razie potrzeby proszę zawołać kogoś z personelu.</translation>
    </message>
    <message>
        <source>Ja, ich mache weiter</source>
        <translation>Tak, kontynuuję</translation>
    </message>
    <message>
        <source>Alles verwerfen</source>
        <translation>Odrzuć wszystko</translation>
    </message>
    <message>
        <source>Noch {n} Sekunden</source>
        <translation>Zostało sekund: {n}</translation>
    </message>
</context>
<context>
    <name>TextInput</name>
    <message>
        <source>Schreiben</source>
        <translation>Napisz</translation>
    </message>
    <message>
        <source>Das Feld ist voll.</source>
        <translation>Pole jest pełne.</translation>
    </message>
    <message>
        <source>Noch {left} Zeichen</source>
        <translation>Zostało znaków: {left}</translation>
    </message>
    <message>
        <source>Sie können hier etwas schreiben.</source>
        <translation>Tu można coś napisać.</translation>
    </message>
</context>
<context>
    <name>TopStrip</name>
    <message>
        <source>Alles verwerfen</source>
        <translation>Odrzuć wszystko</translation>
    </message>
    <message>
        <source>Hilfe holen</source>
        <translation>Pomoc</translation>
    </message>
    <message>
        <source>Darstellung</source>
        <translation>Wygląd</translation>
    </message>
    <message>
        <source>Seite {page} von {pages}</source>
        <translation>Strona {page} z {pages}</translation>
    </message>
    <message>
        <source>Seite {number} von {total}</source>
        <translation>Strona {number} z {total}</translation>
    </message>
    <message>
        <source>Frage {number} von {total}</source>
        <translation>Pytanie {number} z {total}</translation>
    </message>
</context>
<context>
    <name>WelcomeScreen</name>
    <message>
        <source>Einen Moment …</source>
        <translation>Chwileczkę…</translation>
    </message>
    <message>
        <source>Beginnen</source>
        <translation>Zaczynamy</translation>
    </message>
    <message>
        <source>Tippen Sie auf „Beginnen“.</source>
        <translation>Proszę dotknąć „Zaczynamy”.</translation>
    </message>
</context>
</TS>
