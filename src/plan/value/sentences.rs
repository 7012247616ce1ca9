//! What is said of a text that is not the value that belongs there.

use crate::text::sentences;

sentences! {
    EMPTY = "value-empty",
        "Hier steht nur ein leerer Text.",
        "There is only an empty text here.";
    TOO_LONG = "value-too-long",
        "Der Text „{text}“ ist zu lang für einen einzelnen Wert.",
        "The text “{text}” is too long for a single value.";
    WRITE = "value-write",
        "Schreiben Sie {value}.",
        "Write {value}.";

    YES_NO_FORMS = "value-yes-no-forms",
        "Schreiben Sie „ja“ oder „nein“, oder „unbekannt“, wenn Sie es nicht wissen.",
        "Write “yes” or “no”, or “unknown” if you do not know.";
    OTHER_YES_NO = "value-other-yes-no",
        "„{text}“ wird hier nicht als Ja oder Nein gelesen.",
        "“{text}” is not read as a yes or no here.";
    PARTLY = "value-partly",
        "„{text}“ gibt es hier nicht: Diese Angabe kennt nur Ja oder Nein.",
        "“{text}” is not possible here: this field knows only yes or no.";
    NOT_YES_NO = "value-not-yes-no",
        "„{text}“ ist weder Ja noch Nein.",
        "“{text}” is neither yes nor no.";

    NOT_A_NUMBER = "value-not-a-number",
        "„{text}“ lässt sich nicht als Zahl lesen.",
        "“{text}” cannot be read as a number.";
    NEGATIVE = "value-negative",
        "„{text}“ liegt unter null, das ist hier nicht möglich.",
        "“{text}” is below zero, which is not possible here.";
    TOO_LARGE = "value-too-large",
        "Die Zahl „{text}“ ist zu groß.",
        "The number “{text}” is too large.";
    TOO_PRECISE = "value-too-precise",
        "Die Zahl „{text}“ hat zu viele Stellen nach dem Komma; gerechnet wird mit höchstens sechs, bei Prozent mit vier.",
        "The number “{text}” has too many decimals; at most six are used, four for per cent.";
    SEPARATORS = "value-separators",
        "Die Punkte, Kommas oder Leerzeichen in „{text}“ sind nicht eindeutig: Trennen sie Tausender ab oder Dezimalstellen?",
        "The points, commas or spaces in “{text}” are not clear: do they set off thousands or decimals?";
    SEVERAL_NUMBERS = "value-several-numbers",
        "In „{text}“ stehen mehrere Zahlen; hier wird eine gebraucht.",
        "There are several numbers in “{text}”; one is needed here.";
    OUT_OF = "value-out-of",
        "„{text}“ nennt zwei Zahlen: Gilt {part}, oder gilt {whole}?",
        "“{text}” gives two numbers: does {part} count, or {whole}?";
    OUT_OF_HELP = "value-out-of-help",
        "Schreiben Sie die Zahl, die gilt; die andere passt in „notiz“. Was nicht besetzt ist, ist eine eigene Stelle mit „besetzt: nein“.",
        "Write the number that counts; the other fits in “note”. What is not filled is a post of its own with “filled: no”.";
    FRACTION = "value-fraction",
        "„{text}“ kann ein Bruch sein oder zwei Zahlen.",
        "“{text}” can be a fraction or two numbers.";
    FRACTION_HELP = "value-fraction-help",
        "Einen Bruch schreiben Sie als Dezimalzahl: ein Halb ist „0,5“, ein Drittel „0,3333“. Zwei Zahlen schreiben Sie als {von: 1, bis: 2}.",
        "Write a fraction as a decimal: a half is “0.5”, a third “0.3333”. Write two numbers as {from: 1, to: 2}.";
    OPEN_END = "value-open-end",
        "„{text}“ nennt nur ein Ende; das andere ist offen.",
        "“{text}” gives only one end; the other is open.";
    OPEN_END_HELP = "value-open-end-help",
        "Nennen Sie beide Enden, soweit sie sicher sind: {von: …, bis: …}, sonst „unbekannt“. Der Wortlaut passt in „notiz“.",
        "Give both ends as far as they are certain: {from: …, to: …}, otherwise “unknown”. The wording fits in “note”.";
    ENDS_SWAPPED = "value-ends-swapped",
        "In „{text}“ ist die erste Zahl größer als die zweite; die kleinere gehört nach vorn.",
        "In “{text}” the first number is larger than the second; the smaller one comes first.";
    LOWER_ABOVE_UPPER = "value-lower-above-upper",
        "Das untere Ende ({lower}) liegt über dem oberen ({upper}).",
        "The lower end ({lower}) is above the upper end ({upper}).";
    RANGE_FORM = "value-range-form",
        "Die kleinere Zahl gehört zu „von“, die größere zu „bis“, zum Beispiel {von: 25, bis: 32}.",
        "The smaller number belongs to “from”, the larger one to “to”, for instance {from: 25, to: 32}.";
    MIXED_ENDS = "value-mixed-ends",
        "In „{text}“ ist nicht klar, ob beide Zahlen dasselbe Maß haben. Schreiben Sie das Zeichen oder Wort hinter beide Zahlen.",
        "It is not clear in “{text}” whether both numbers have the same unit. Write the sign or word behind both numbers.";
    NO_PERCENT = "value-no-percent",
        "„{text}“ ist eine Angabe in Prozent; hier wird keine gebraucht.",
        "“{text}” is a percentage; none is needed here.";
    MORE_BEHIND = "value-more-behind",
        "In „{text}“ steht hinter der Zahl noch etwas, das hier nicht verstanden wird.",
        "In “{text}” the number is followed by something that is not understood here.";
    IN_WORDS = "value-in-words",
        "„{text}“ ist in Worten geschrieben; gebraucht wird die Zahl in Ziffern.",
        "“{text}” is written in words; the number is needed in digits.";
    NUMBER_FORMS = "value-number-forms",
        "Schreiben Sie nur die Zahl, zum Beispiel 36, „1,5“, „rund 20“ oder {von: 24, bis: 36}. Was Sie nicht wissen, ist „unbekannt“; Erläuterungen gehören in „notiz“.",
        "Write only the number, for instance 36, “1.5”, “about 20” or {from: 24, to: 36}. What you do not know is “unknown”; explanations belong in “note”.";

    NOT_WHOLE = "value-not-whole",
        "„{text}“ ist keine ganze Zahl; hier werden Menschen gezählt. Der Umfang einer Stelle gehört in „vzae“.",
        "“{text}” is not a whole number; people are counted here. The size of a post belongs in “fte”.";
    COUNT_FORMS = "value-count-forms",
        "Schreiben Sie eine ganze Zahl, zum Beispiel 3, „rund 14“ oder {von: 2, bis: 3}. Was Sie nicht wissen, ist „unbekannt“; Erläuterungen gehören in „notiz“.",
        "Write a whole number, for instance 3, “about 14” or {from: 2, to: 3}. What you do not know is “unknown”; explanations belong in “note”.";

    FTE_FORMS = "value-fte-forms",
        "Schreiben Sie den Umfang als eine Zahl, in der 1 eine volle Stelle ist: „0,5“, \"50 %\", „rund 20“, oder von–bis: {von: 25, bis: 32}. Was Sie nicht wissen, ist „unbekannt“. Mehrere Stellen sind mehrere Einträge unter „stellen“.",
        "Write the size as one number in which 1 is a full post: “0.5”, \"50 %\", “about 20”, or from–to: {from: 25, to: 32}. What you do not know is “unknown”. Several posts are several entries under “posts”.";
    PERCENT_OR_POSTS = "value-percent-or-posts",
        "„{text}“ kann Prozent einer Stelle heißen oder so viele volle Stellen.",
        "“{text}” can mean per cent of one post or that many full posts.";
    PERCENT_OR_POSTS_HELP = "value-percent-or-posts-help",
        "Schreiben Sie \"{number} %\" für einen Teil einer Stelle, oder \"{number} VZÄ\" für volle Stellen.",
        "Write \"{number} %\" for a part of one post, or \"{number} FTE\" for full posts.";
    FULL_OR_PART = "value-full-or-part",
        "„{text}“ sagt nicht, ob es volle Stellen sind.",
        "“{text}” does not tell whether the posts are full ones.";
    FULL_OR_PART_HELP = "value-full-or-part-help",
        "Für volle Stellen schreiben Sie \"{number} VZÄ\". Sind Teilzeitstellen dabei, zählen Sie ihre Umfänge zusammen: zwei halbe Stellen sind „1,0“. Sonst „unbekannt“.",
        "For full posts write \"{number} FTE\". If there are part-time posts, add up their sizes: two half posts are “1.0”. Otherwise “unknown”.";
    HEADS_NOT_FTE = "value-heads-not-fte",
        "„{text}“ zählt Menschen; hier wird der Umfang der Stelle gebraucht.",
        "“{text}” counts people; the size of the post is needed here.";
    HEADS_NOT_FTE_HELP = "value-heads-not-fte-help",
        "Schreiben Sie „koepfe: {number}“, und bei „vzae“ den Umfang aller zusammen, zum Beispiel „1,5“, oder „unbekannt“.",
        "Write “headcount: {number}”, and for “fte” the size of all together, for instance “1.5”, or “unknown”.";
    HOURS = "value-hours",
        "„{text}“ ist eine Arbeitszeit; wie viel das von einer vollen Stelle ist, hängt vom Tarif ab.",
        "“{text}” is a working time; what part of a full post that is depends on the collective agreement.";
    HOURS_HELP = "value-hours-help",
        "Teilen Sie die Stunden durch die einer vollen Stelle: 19,5 von 39 Stunden sind „0,5“.",
        "Divide the hours by those of a full post: 19.5 of 39 hours are “0.5”.";
    SHARED_POST = "value-shared-post",
        "„{text}“ sagt nicht, wie groß die Stelle ist.",
        "“{text}” does not tell how large the post is.";
    SHARED_POST_HELP = "value-shared-post-help",
        "Schreiben Sie bei „vzae“ den Umfang der ganzen Stelle, zum Beispiel „1,0“, oder „unbekannt“, und bei „koepfe“, wie viele Menschen sie sich teilen.",
        "Write the size of the whole post for “fte”, for instance “1.0”, or “unknown”, and for “headcount” how many people share it.";
    PART_TIME = "value-part-time",
        "„{text}“ sagt nicht, wie groß der Teil einer vollen Stelle ist.",
        "“{text}” does not tell what part of a full post it is.";
    PART_TIME_HELP = "value-part-time-help",
        "Schreiben Sie den Teil, zum Beispiel \"50 %\", oder „unbekannt“.",
        "Write the part, for instance \"50 %\", or “unknown”.";

    SHARE_FORMS = "value-share-forms",
        "Schreiben Sie den Anteil in Prozent, zum Beispiel \"60 %\", oder von–bis: {von: \"50 %\", bis: \"100 %\"}. Was Sie nicht wissen, ist „unbekannt“.",
        "Write the share in per cent, for instance \"60 %\", or from–to: {from: \"50 %\", to: \"100 %\"}. What you do not know is “unknown”.";
    ABOVE_ALL = "value-above-all",
        "Ein Anteil kann nicht über 100 % liegen, hier steht „{text}“.",
        "A share cannot be above 100 %, but “{text}” stands here.";
    BARE_SHARE = "value-bare-share",
        "„{text}“ ist größer als 1: Fehlt das Prozentzeichen?",
        "“{text}” is greater than 1: is the per cent sign missing?";
    BARE_SHARE_HELP = "value-bare-share-help",
        "Schreiben Sie \"{share}\".",
        "Write \"{share}\".";
    PERCENT_FORM = "value-percent-form",
        "{range} %",
        "{range} %";

    MONEY_FORMS = "value-money-forms",
        "Schreiben Sie den Betrag in Euro ohne Zusätze, zum Beispiel 64000, \"64.000 €\", „rund 64.000“, oder von–bis: {von: 51000, bis: 64000}. Was Sie nicht wissen, ist „unbekannt“.",
        "Write the amount in euros and nothing else, for instance 64000, \"64.000 €\", “about 64000”, or from–to: {from: 51000, to: 64000}. What you do not know is “unknown”.";
    AMOUNT_SEPARATORS = "value-amount-separators",
        "Die Punkte, Kommas oder Leerzeichen in „{text}“ passen nicht zu einem Betrag.",
        "The points, commas or spaces in “{text}” do not fit an amount.";
    TWO_AMOUNTS = "value-two-amounts",
        "„{text}“ lässt sich auf zwei Arten lesen: als {one} oder als {other} Euro.",
        "“{text}” can be read in two ways: as {one} or as {other} euros.";

    DATE_FORMS = "value-date-forms",
        "Schreiben Sie ein Datum wie 2018-03-01 oder 01.03.2018. Ist nur der Monat bekannt, genügt 2018-03, ist nur das Jahr bekannt, 2018.",
        "Write a date such as 2018-03-01 or 01.03.2018. If only the month is known, 2018-03 will do, if only the year is known, 2018.";
    DATE_FORMS_YEAR = "value-date-forms-year",
        "Ist nur das Jahr sicher, schreiben Sie {year}, sonst einen Monat wie {year}-03 oder einen Tag wie {year}-03-01. Anderes gehört in „notiz“.",
        "If only the year is certain, write {year}, otherwise a month such as {year}-03 or a day such as {year}-03-01. Anything else belongs in “note”.";
    NOT_A_DATE = "value-not-a-date",
        "„{text}“ lässt sich nicht als Datum lesen.",
        "“{text}” cannot be read as a date.";
    YEAR_RANGE = "value-year-range",
        "Das Jahr in „{text}“ liegt nicht zwischen 1900 und 2199.",
        "The year in “{text}” does not lie between 1900 and 2199.";
    YEAR_MISSING = "value-year-missing",
        "In „{text}“ fehlt das Jahr mit vier Ziffern.",
        "The year with four digits is missing in “{text}”.";
    NO_SUCH_MONTH = "value-no-such-month",
        "Den Monat in „{text}“ gibt es nicht. Zwei Jahre stehen als Zeitraum mit „von“ und „bis“.",
        "There is no such month as in “{text}”. Two years are written as a period with “from” and “to”.";
    NO_SUCH_DAY = "value-no-such-day",
        "Den Tag „{text}“ gibt es nicht.",
        "There is no such day as “{text}”.";
    LAST_DAY = "value-last-day",
        "Der letzte Tag dieses Monats ist der {day}.",
        "The last day of that month is {day}.";
    SLASHES = "value-slashes",
        "Bei „{text}“ ist unklar, was der Tag ist und was der Monat.",
        "It is not clear in “{text}” which is the day and which is the month.";
    SLASHES_HELP = "value-slashes-help",
        "Schreiben Sie {one} oder {other}.",
        "Write {one} or {other}.";
    SLASHED = "value-slashed",
        "„{text}“ ist mit Schrägstrichen geschrieben; dabei ist oft unklar, was der Tag ist und was der Monat.",
        "“{text}” is written with slashes; then it is often not clear which is the day and which is the month.";
    YEAR_SLASH = "value-year-slash",
        "„{text}“ kann ein Monat sein oder zwei Jahre.",
        "“{text}” can be a month or two years.";
    YEAR_SLASH_HELP = "value-year-slash-help",
        "Für den Monat schreiben Sie {month}. Zwei Jahre sind ein Zeitraum: das eine gehört zu „von“, das andere zu „bis“.",
        "For the month write {month}. Two years are a period: the one belongs to “from”, the other to “to”.";
    TWO_DATES = "value-two-dates",
        "In „{text}“ stehen Anfang und Ende; hier wird ein Datum gebraucht.",
        "“{text}” holds a beginning and an end; one date is needed here.";
    TWO_DATES_HELP = "value-two-dates-help",
        "Bei „zeitraum“ schreiben Sie zum Beispiel {von: 2018, bis: 2019}; bei einer Stelle das eine bei „beginn“, das andere bei „ende“.",
        "For “period” write for instance {from: 2018, to: 2019}; for a post, the one as “start”, the other as “end”.";
    OPEN_DATE = "value-open-date",
        "„{text}“ nennt nicht nur ein Datum.",
        "“{text}” is not only a date.";
    OPEN_DATE_HELP = "value-open-date-help",
        "Schreiben Sie nur {date}. Ob etwas damit anfängt oder endet, sagt der Name der Angabe: „von“ und „beginn“, „bis“ und „ende“.",
        "Write only {date}. Whether something begins or ends with it, the name of the field tells: “from” and “start”, “to” and “end”.";
    VAGUE_DATE = "value-vague-date",
        "„{text}“ ist ein ungefähres Datum.",
        "“{text}” is an approximate date.";
    VAGUE_DATE_HELP = "value-vague-date-help",
        "Schreiben Sie, was sicher ist: {year} steht für das ganze Jahr. Ist auch das Jahr nicht sicher, schreiben Sie „unbekannt“.",
        "Write what is certain: {year} stands for the whole year. If the year is not certain either, write “unknown”.";
    PART_OF_YEAR = "value-part-of-year",
        "„{text}“ nennt einen Teil eines Jahres oder Monats, der nicht genau bestimmt ist.",
        "“{text}” names a part of a year or month that is not exactly defined.";
    PART_OF_YEAR_HELP = "value-part-of-year-help",
        "Schreiben Sie {year} für das ganze Jahr oder, wenn Sie ihn kennen, den Monat, zum Beispiel {month}.",
        "Write {year} for the whole year or, if you know it, the month, for instance {month}.";
    WORD_BEFORE = "value-word-before",
        "In „{text}“ ist das Wort „{word}“ zu viel.",
        "The word “{word}” is too much in “{text}”.";
    TIME_OF_DAY = "value-time-of-day",
        "In „{text}“ steht eine Uhrzeit; gebraucht wird nur der Tag.",
        "There is a time of day in “{text}”; only the day is needed.";
    NO_HYPHENS = "value-no-hyphens",
        "In „{text}“ fehlen die Striche zwischen Jahr, Monat und Tag.",
        "The hyphens between year, month and day are missing in “{text}”.";
    SPREADSHEET_DAY = "value-spreadsheet-day",
        "„{text}“ sieht aus wie die Zahl, mit der eine Tabellenkalkulation einen Tag speichert.",
        "“{text}” looks like the number by which a spreadsheet stores a day.";
    SPREADSHEET_DAY_HELP = "value-spreadsheet-day-help",
        "Das wäre der {day}. Stimmt das, schreiben Sie dieses Datum.",
        "That would be {day}. If that is right, write this date.";

    AGS_FORM = "value-ags-form",
        "Der Gemeindeschlüssel (AGS) hat acht Ziffern, steht in Anführungszeichen und beginnt in Baden-Württemberg mit 08, zum Beispiel \"08436055\". Ohne den Schlüssel genügt der Name der Gemeinde.",
        "The key of a municipality (AGS) has eight digits, stands in quotes and begins with 08 in Baden-Württemberg, for instance \"08436055\". Without the key, the name of the municipality will do.";
    AGS_UNQUOTED = "value-ags-unquoted",
        "Der Gemeindeschlüssel „{text}“ gilt so als Zahl, und Zahlen verlieren die Null am Anfang. Er gehört in Anführungszeichen.",
        "The key “{text}” counts as a number when written like this, and numbers lose the leading zero. It belongs in quotes.";
    AGS_LOST_ZERO = "value-ags-lost-zero",
        "Der Gemeindeschlüssel „{text}“ hat nur sieben Ziffern: Die Null am Anfang ist verloren gegangen.",
        "The key “{text}” has only seven digits: the leading zero is lost.";
    AGS_APART = "value-ags-apart",
        "Im Gemeindeschlüssel „{text}“ stehen Leerzeichen oder andere Zeichen zwischen den Ziffern.",
        "There are spaces or other signs between the digits of the key “{text}”.";
    AGS_LENGTH = "value-ags-length",
        "„{text}“ hat nicht acht Ziffern, sondern {count}.",
        "“{text}” does not have eight digits, but {count}.";
    NOT_AGS = "value-not-ags",
        "„{text}“ ist kein Gemeindeschlüssel: Der besteht nur aus Ziffern.",
        "“{text}” is not the key of a municipality, which consists of digits only.";
    NO_SUCH_LAND = "value-no-such-land",
        "„{text}“ ist kein Gemeindeschlüssel: Die ersten beiden Ziffern nennen das Land, von 01 bis 16.",
        "“{text}” is not the key of a municipality: the first two digits name the Land, from 01 to 16.";
    REGIONAL_KEY = "value-regional-key",
        "„{text}“ ist der zwölfstellige Regionalschlüssel (ARS). Der Gemeindeschlüssel daraus ist \"{ags}\".",
        "“{text}” is the regional key of twelve digits (ARS). The municipality's key in it is \"{ags}\".";
    COUNTY_KEY = "value-county-key",
        "„{text}“ ist der Schlüssel eines Kreises, nicht der einer Gemeinde.",
        "“{text}” is the key of a Kreis, not of a municipality.";
    COUNTY_KEY_HELP = "value-county-key-help",
        "Schreiben Sie „kreis: \"{key}\"“. Der Gemeindeschlüssel hat drei Ziffern mehr.",
        "Write “county: \"{key}\"”. The key of a municipality has three more digits.";
}
