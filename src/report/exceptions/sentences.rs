//! What is said of exceptions.

crate::text::sentences! {
    REASON = "accepted-reason", "{reason}", "{reason}";
    ANY_RULE = "exception-any-rule", "REGEL", "RULE";
    EXPIRED = "exception-expired",
        "Diese Ausnahme für „{rule}“ galt bis {until} und ist abgelaufen: Hingenommen wird nichts mehr.",
        "This exception for “{rule}” held until {until} and has expired: nothing is accepted any more.";
    EXPIRED_HELP = "exception-expired-help",
        "Ist der Grund weggefallen, löschen Sie die Ausnahme. Besteht er weiter, tragen Sie ein neues Enddatum ein.",
        "If the reason no longer holds, delete the exception. If it still does, enter a new end date.";
    UNUSED = "exception-unused",
        "Für diese Ausnahme gibt es nichts hinzunehmen: „{rule}“ hat hier keinen Befund.",
        "There is nothing for this exception to accept: “{rule}” has no finding here.";
    UNUSED_HELP = "exception-unused-help",
        "Löschen Sie die Ausnahme, oder prüfen Sie, ob Regel und Stelle stimmen.",
        "Delete the exception, or check whether rule and post are right.";
    UNUSED_COMMENT = "exception-comment-unused",
        "Für diesen Kommentar gibt es nichts hinzunehmen: „{rule}“ hat auf der gemeinten Zeile keinen Befund.",
        "There is nothing for this comment to accept: “{rule}” has no finding on the line that is meant.";
    UNUSED_COMMENT_HELP = "exception-comment-unused-help",
        "Löschen Sie den Kommentar, oder setzen Sie ihn ans Ende der Zeile, auf der der Befund beginnt, oder allein auf die Zeile darüber.",
        "Delete the comment, or put it at the end of the line on which the finding begins, or alone on the line above.";
    NO_SUCH_POST = "exception-no-such-post",
        "Die Stelle, für die diese Ausnahme von „{rule}“ gelten soll, gibt es in diesem Plan nicht. Hingenommen wird deshalb nichts.",
        "There is no such post in this plan as this exception for “{rule}” is meant for. Therefore nothing is accepted.";
    NO_SUCH_POST_HELP = "exception-no-such-post-help",
        "Schreiben Sie bei „stelle“ die „id“ der Stelle oder ihre Nummer (die erste ist 1), oder löschen Sie die Angabe, wenn alle Befunde von „{rule}“ gemeint sind.",
        "Write the “id” of the post or its number (the first is 1) as “post”, or delete it if all findings of “{rule}” are meant.";
    FORBIDDEN = "exception-forbidden",
        "Befunde der Regel „{rule}“ lassen sich nicht hinnehmen: Die Regel erlaubt keine Ausnahme.",
        "Findings of the rule “{rule}” cannot be accepted: the rule allows no exception.";
    FORBIDDEN_HELP = "exception-forbidden-help",
        "Löschen Sie die Ausnahme. „lint explain {rule}“ sagt, was stattdessen zu tun ist.",
        "Delete the exception. “lint explain {rule}” says what to do instead.";
    OF_EXCEPTIONS = "exception-of-exceptions",
        "„{rule}“ ist ein Befund über eine Ausnahme; der lässt sich nicht hinnehmen.",
        "“{rule}” is a finding about an exception; it cannot be accepted.";
    OF_EXCEPTIONS_HELP = "exception-of-exceptions-help",
        "Löschen oder berichtigen Sie die Ausnahme, um die es dort geht, und löschen Sie diese.",
        "Delete or correct the exception that it is about, and delete this one.";
    TOO_LONG = "exception-too-long",
        "Diese Ausnahme für „{rule}“ soll bis {until} gelten. Das Paket „{pack}“ erlaubt von heute an höchstens {days} Tage; hingenommen wird deshalb nichts.",
        "This exception for “{rule}” is to hold until {until}. The pack “{pack}” allows {days} days from today at most; therefore nothing is accepted.";
    TOO_LONG_HELP = "exception-too-long-help",
        "Tragen Sie als Enddatum spätestens {last} ein. Besteht der Grund dann noch, lässt sich die Ausnahme erneuern.",
        "Enter {last} as the end date at the latest. If the reason still holds then, the exception can be renewed.";
    UNKNOWN_RULE = "exception-unknown-rule",
        "Eine Regel „{rule}“ gibt es nicht. Hingenommen wird deshalb nichts.",
        "There is no rule “{rule}”. Therefore nothing is accepted.";
    RULE_MEANT = "exception-rule-meant",
        "Meinten Sie „{near}“?",
        "Did you mean “{near}”?";
    ALL_RULES = "exception-all-rules",
        "Die Kennung einer Regel steht im Befund in eckigen Klammern; „lint rules“ nennt alle.",
        "The id of a rule stands in square brackets in the finding; “lint rules” lists them all.";
    NO_VERB = "exception-no-verb",
        "Dieser Kommentar beginnt mit „# lint:“, sagt aber nichts, was verstanden wird. Hingenommen wird nichts.",
        "This comment begins with “# lint:”, but says nothing that is understood. Nothing is accepted.";
    NO_RULE = "exception-no-rule",
        "Dieser Ausnahme fehlt die Regel, deren Befund hingenommen werden soll. Hingenommen wird nichts.",
        "This exception lacks the rule whose finding is to be accepted. Nothing is accepted.";
    NO_END = "exception-no-end",
        "Dieser Ausnahme fehlt das Enddatum. Hingenommen wird nichts.",
        "This exception lacks the end date. Nothing is accepted.";
    WRONG_END = "exception-wrong-end",
        "Das Enddatum dieser Ausnahme ist nicht zu lesen, oder dahinter fehlt der Strich vor dem Grund. Hingenommen wird nichts.",
        "The end date of this exception cannot be read, or the dash before the reason is missing behind it. Nothing is accepted.";
    NO_REASON = "exception-no-reason",
        "Dieser Ausnahme fehlt die Begründung. Hingenommen wird nichts.",
        "This exception lacks the reason. Nothing is accepted.";
    VERB_MEANT = "exception-verb-meant",
        "Meinten Sie „{near}“? So ist es vollständig: „# lint: allow {rule} bis 2026-12-31 – Grund“.",
        "Did you mean “{near}”? This is complete: “# lint: allow {rule} until 2026-12-31 – reason”.";
    COMMENT_FORM = "exception-comment-form",
        "Schreiben Sie „# lint: allow {rule} bis 2026-12-31 – Grund“, mit einem Datum wie 2026-12-31, 31.12.2026 oder Dezember 2026.",
        "Write “# lint: allow {rule} until 2026-12-31 – reason”, with a date like 2026-12-31, 31.12.2026 or December 2026.";
    ENTRY_FORM = "exception-entry-form",
        "Schreiben Sie „regel: {rule}“, „begruendung: …“ und „bis: 2026-12-31“, oder löschen Sie den Eintrag.",
        "Write “rule: {rule}”, “reason: …” and “until: 2026-12-31”, or delete the entry.";
}
