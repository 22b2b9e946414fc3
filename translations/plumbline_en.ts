<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ChangeWords</name>
    <message numerus="yes">
        <source>%1 changed %n field(s) of %2</source>
        <translation>
            <numerusform>%1 changed %n field of %2</numerusform>
            <numerusform>%1 changed %n fields of %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 changed %n record(s), among them %2</source>
        <translation>
            <numerusform>%1 changed %n record, among them %2</numerusform>
            <numerusform>%1 changed %n records, among them %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Checks</name>
    <message numerus="yes">
        <source>%1 holds %n different values in “%2”, and nobody has chosen yet.</source>
        <translation>
            <numerusform>%1 holds %n different values in “%2”, and nobody has chosen yet.</numerusform>
            <numerusform>%1 holds %n different values in “%2”, and nobody has chosen yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is dated %2, %n day(s) after its deadline of %3.</source>
        <translation>
            <numerusform>%1 is dated %2, %n day after its deadline of %3.</numerusform>
            <numerusform>%1 is dated %2, %n days after its deadline of %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is dated %2, up to %n day(s) after its deadline of %3.</source>
        <translation>
            <numerusform>%1 is dated %2, up to %n day after its deadline of %3.</numerusform>
            <numerusform>%1 is dated %2, up to %n days after its deadline of %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is dated %2, %n day(s) after %3, the deadline of %4, which it serves.</source>
        <translation>
            <numerusform>%1 is dated %2, %n day after %3, the deadline of %4, which it serves.</numerusform>
            <numerusform>%1 is dated %2, %n days after %3, the deadline of %4, which it serves.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is dated %2, up to %n day(s) after %3, the deadline of %4, which it serves.</source>
        <translation>
            <numerusform>%1 is dated %2, up to %n day after %3, the deadline of %4, which it serves.</numerusform>
            <numerusform>%1 is dated %2, up to %n days after %3, the deadline of %4, which it serves.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is dated %2, %n day(s) after %3, the date of %4, which it serves.</source>
        <translation>
            <numerusform>%1 is dated %2, %n day after %3, the date of %4, which it serves.</numerusform>
            <numerusform>%1 is dated %2, %n days after %3, the date of %4, which it serves.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is dated %2, up to %n day(s) after %3, the date of %4, which it serves.</source>
        <translation>
            <numerusform>%1 is dated %2, up to %n day after %3, the date of %4, which it serves.</numerusform>
            <numerusform>%1 is dated %2, up to %n days after %3, the date of %4, which it serves.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is dated %2, %n day(s) after %3, the last day that leaves the full team time to consider it before %4.</source>
        <translation>
            <numerusform>%1 is dated %2, %n day after %3, the last day that leaves the full team time to consider it before %4.</numerusform>
            <numerusform>%1 is dated %2, %n days after %3, the last day that leaves the full team time to consider it before %4.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is dated %2, up to %n day(s) after %3, the last day that leaves the full team time to consider it before %4.</source>
        <translation>
            <numerusform>%1 is dated %2, up to %n day after %3, the last day that leaves the full team time to consider it before %4.</numerusform>
            <numerusform>%1 is dated %2, up to %n days after %3, the last day that leaves the full team time to consider it before %4.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 was due by %2, %n day(s) ago, and has neither been met nor planned anew.</source>
        <translation>
            <numerusform>%1 was due by %2, %n day ago, and has neither been met nor planned anew.</numerusform>
            <numerusform>%1 was due by %2, %n days ago, and has neither been met nor planned anew.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 has moved by %n day(s), from %2 in %3 to %4.</source>
        <translation>
            <numerusform>%1 has moved by %n day, from %2 in %3 to %4.</numerusform>
            <numerusform>%1 has moved by %n days, from %2 in %3 to %4.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is dated %2, %n day(s) before %3 (%4), which comes first in the life of a review.</source>
        <translation>
            <numerusform>%1 is dated %2, %n day before %3 (%4), which comes first in the life of a review.</numerusform>
            <numerusform>%1 is dated %2, %n days before %3 (%4), which comes first in the life of a review.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 ends on %2, %n day(s) before %3, the first day that %4 allows.</source>
        <translation>
            <numerusform>%1 ends on %2, %n day before %3, the first day that %4 allows.</numerusform>
            <numerusform>%1 ends on %2, %n days before %3, the first day that %4 allows.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 ends on %2, up to %n day(s) before %3, the first day that %4 allows.</source>
        <translation>
            <numerusform>%1 ends on %2, up to %n day before %3, the first day that %4 allows.</numerusform>
            <numerusform>%1 ends on %2, up to %n days before %3, the first day that %4 allows.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 starts on %2, %n day(s) before %3, the first day that %4 allows.</source>
        <translation>
            <numerusform>%1 starts on %2, %n day before %3, the first day that %4 allows.</numerusform>
            <numerusform>%1 starts on %2, %n days before %3, the first day that %4 allows.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 starts on %2, up to %n day(s) before %3, the first day that %4 allows.</source>
        <translation>
            <numerusform>%1 starts on %2, up to %n day before %3, the first day that %4 allows.</numerusform>
            <numerusform>%1 starts on %2, up to %n days before %3, the first day that %4 allows.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 closes on %2, after %n day(s) of public comment; the rules of this review ask for at least %3.</source>
        <translation>
            <numerusform>%1 closes on %2, after %n day of public comment; the rules of this review ask for at least %3.</numerusform>
            <numerusform>%1 closes on %2, after %n days of public comment; the rules of this review ask for at least %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 opens public comment on %2, %n day(s) before the draft is frozen: %3 is dated %4.</source>
        <translation>
            <numerusform>%1 opens public comment on %2, %n day before the draft is frozen: %3 is dated %4.</numerusform>
            <numerusform>%1 opens public comment on %2, %n days before the draft is frozen: %3 is dated %4.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 starts on %2, %n day(s) after its target of %3.</source>
        <translation>
            <numerusform>%1 starts on %2, %n day after its target of %3.</numerusform>
            <numerusform>%1 starts on %2, %n days after its target of %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 has %n current leads and should have exactly one.</source>
        <translation>
            <numerusform>%1 has %n current lead and should have exactly one.</numerusform>
            <numerusform>%1 has %n current leads and should have exactly one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is one of %n record(s) of a closed group that is not in this copy.</source>
        <translation>
            <numerusform>%1 is the only record of a closed group that is not in this copy.</numerusform>
            <numerusform>%1 is one of %n records of a closed group that is not in this copy.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 cannot be done before %2, %n day(s) after %3.</source>
        <translation>
            <numerusform>%1 cannot be done before %2, %n day after %3.</numerusform>
            <numerusform>%1 cannot be done before %2, %n days after %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Shorten what it waits for, or ask the full team to move %1 by %n day(s).</source>
        <translation>
            <numerusform>Shorten what it waits for, or ask the full team to move %1 by %n day.</numerusform>
            <numerusform>Shorten what it waits for, or ask the full team to move %1 by %n days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more date(s) changed.</source>
        <translation>
            <numerusform>%n more date changed.</numerusform>
            <numerusform>%n more dates changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 was decided by %n member(s) present; the rules of this review ask for %2.</source>
        <translation>
            <numerusform>%1 was decided by %n member present; the rules of this review ask for %2.</numerusform>
            <numerusform>%1 was decided by %n members present; the rules of this review ask for %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 was to be answered by %2 and is %n day(s) overdue.</source>
        <translation>
            <numerusform>%1 was to be answered by %2 and is %n day overdue.</numerusform>
            <numerusform>%1 was to be answered by %2 and is %n days overdue.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 has not reported to the full team for %n day(s).</source>
        <translation>
            <numerusform>%1 has not reported to the full team for %n day.</numerusform>
            <numerusform>%1 has not reported to the full team for %n days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 has %n member(s) at work.</source>
        <translation>
            <numerusform>%1 has %n member at work.</numerusform>
            <numerusform>%1 has %n members at work.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n recommendation(s) have the highest priority.</source>
        <translation>
            <numerusform>%1 of %n recommendation has the highest priority.</numerusform>
            <numerusform>%1 of %n recommendations have the highest priority.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is %n day(s) late (expected: %2).</source>
        <translation>
            <numerusform>%1 is %n day late (expected: %2).</numerusform>
            <numerusform>%1 is %n days late (expected: %2).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 was due by %2 and is %n day(s) overdue.</source>
        <translation>
            <numerusform>%1 was due by %2 and is %n day overdue.</numerusform>
            <numerusform>%1 was due by %2 and is %n days overdue.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Cli</name>
    <message numerus="yes">
        <source>%n piece(s) of text that is not published would be published; nothing was written. Change the text, or add --release when that is meant.</source>
        <translation>
            <numerusform>%n piece of text that is not published would be published; nothing was written. Change the text, or add --release when that is meant.</numerusform>
            <numerusform>%n pieces of text that are not published would be published; nothing was written. Change the text, or add --release when that is meant.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Written and read back: a publication with %n record(s).</source>
        <translation>
            <numerusform>Written and read back: a publication with %n record.</numerusform>
            <numerusform>Written and read back: a publication with %n records.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>slack %n working day(s)</source>
        <translation>
            <numerusform>slack %n working day</numerusform>
            <numerusform>slack %n working days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>slack %n day(s)</source>
        <translation>
            <numerusform>slack %n day</numerusform>
            <numerusform>slack %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s) too late</source>
        <translation>
            <numerusform>%n working day too late</numerusform>
            <numerusform>%n working days too late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) too late</source>
        <translation>
            <numerusform>%n day too late</numerusform>
            <numerusform>%n days too late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>    %n day(s) after %1, the limit by %2</source>
        <translation>
            <numerusform>    %n day after %1, the limit by %2</numerusform>
            <numerusform>    %n days after %1, the limit by %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) to spare</source>
        <translation>
            <numerusform>%n day to spare</numerusform>
            <numerusform>%n days to spare</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There is no feasible plan for %1: move it by %n day(s), to %2.</source>
        <translation>
            <numerusform>There is no feasible plan for %1: move it by %n day, to %2.</numerusform>
            <numerusform>There is no feasible plan for %1: move it by %n days, to %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dependency(ies)</source>
        <translation>
            <numerusform>%n dependency</numerusform>
            <numerusform>%n dependencies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n calendar event(s)</source>
        <translation>
            <numerusform>%n calendar event</numerusform>
            <numerusform>%n calendar events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n baseline(s)</source>
        <translation>
            <numerusform>%n baseline</numerusform>
            <numerusform>%n baselines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) later</source>
        <translation>
            <numerusform>%n day later</numerusform>
            <numerusform>%n days later</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) earlier</source>
        <translation>
            <numerusform>%n day earlier</numerusform>
            <numerusform>%n days earlier</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) would be added.</source>
        <translation>
            <numerusform>%n message would be added.</numerusform>
            <numerusform>%n messages would be added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) were added.</source>
        <translation>
            <numerusform>%n message was added.</numerusform>
            <numerusform>%n messages were added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) were here already.</source>
        <translation>
            <numerusform>%n message was here already.</numerusform>
            <numerusform>%n messages were here already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The contents of %n attached file(s) did not fit and stayed out; hand them over by themselves (extract, attach).</source>
        <translation>
            <numerusform>The contents of %n attached file did not fit and stayed out; hand it over by itself (extract, attach).</numerusform>
            <numerusform>The contents of %n attached files did not fit and stayed out; hand them over by themselves (extract, attach).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DecisionDialog</name>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n record</numerusform>
            <numerusform>%n records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Demands</name>
    <message numerus="yes">
        <source>One sentence has %n word(s).</source>
        <translation>
            <numerusform>One sentence has %n word.</numerusform>
            <numerusform>One sentence has %n words.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n word</numerusform>
            <numerusform>%n words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sentence(s)</source>
        <translation>
            <numerusform>%n sentence</numerusform>
            <numerusform>%n sentences</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Edits</name>
    <message numerus="yes">
        <source>%n message(s) stand in the file more than once; the first was taken.</source>
        <translation>
            <numerusform>%n message stands in the file once more; the first was taken.</numerusform>
            <numerusform>%n messages stand in the file once more; the first was taken.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) were deleted from this review and stay so; restore them in the trash.</source>
        <translation>
            <numerusform>%n message was deleted from this review and stays so; restore it in the trash.</numerusform>
            <numerusform>%n messages were deleted from this review and stay so; restore them in the trash.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s): %1</source>
        <translation>
            <numerusform>%n finding: %1</numerusform>
            <numerusform>%n findings: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Gate %1 lacks %n thing(s), first: %2 Give a reason to pass it all the same.</source>
        <translation>
            <numerusform>Gate %1 lacks %n thing, first: %2 Give a reason to pass it all the same.</numerusform>
            <numerusform>Gate %1 lacks %n things, first: %2 Give a reason to pass it all the same.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message numerus="yes">
        <source>%n change(s) would be new here.</source>
        <translation>
            <numerusform>%n change would be new here.</numerusform>
            <numerusform>%n changes would be new here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) were taken in.</source>
        <translation>
            <numerusform>%n change was taken in.</numerusform>
            <numerusform>%n changes were taken in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) were here already.</source>
        <translation>
            <numerusform>%n change was here already.</numerusform>
            <numerusform>%n changes were here already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) could not be read and were set aside.</source>
        <translation>
            <numerusform>%n change could not be read and was set aside.</numerusform>
            <numerusform>%n changes could not be read and were set aside.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) by %1 are missing, no. %2–%3; ask them or anyone who has them.</source>
        <translation>
            <numerusform>%n change by %1 is missing, no. %2–%3; ask them or anyone who has it.</numerusform>
            <numerusform>%n changes by %1 are missing, no. %2–%3; ask them or anyone who has them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) by %1, %2 to %3.</source>
        <translation>
            <numerusform>%n change by %1, %2 to %3.</numerusform>
            <numerusform>%n changes by %1, %2 to %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) were changed here and there and are worth reading again.</source>
        <translation>
            <numerusform>%n record was changed here and there and is worth reading again.</numerusform>
            <numerusform>%n records were changed here and there and are worth reading again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attached file(s) came without their contents; ask somebody who has them for a bundle with everything.</source>
        <translation>
            <numerusform>%n attached file came without its contents; ask somebody who has them for a bundle with everything.</numerusform>
            <numerusform>%n attached files came without their contents; ask somebody who has them for a bundle with everything.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Json</name>
    <message numerus="yes">
        <source>“%1” has %n part(s), not more.</source>
        <translation>
            <numerusform>“%1” has %n part, not more.</numerusform>
            <numerusform>“%1” has %n parts, not more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Mail</name>
    <message numerus="yes">
        <source>%n message(s) were left out: they have no headers that could be read.</source>
        <translation>
            <numerusform>%n message was left out: it has no headers that could be read.</numerusform>
            <numerusform>%n messages were left out: they have no headers that could be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) have no date, or one that is none.</source>
        <translation>
            <numerusform>%n message has no date, or one that is none.</numerusform>
            <numerusform>%n messages have no date, or one that is none.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) have no id and got one made from what they say.</source>
        <translation>
            <numerusform>%n message has no id and got one made from what it says.</numerusform>
            <numerusform>%n messages have no id and got one made from what they say.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) are longer than 1 MB and were cut.</source>
        <translation>
            <numerusform>%n message is longer than 1 MB and was cut.</numerusform>
            <numerusform>%n messages are longer than 1 MB and were cut.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message numerus="yes">
        <source>suspended for %n day(s)</source>
        <translation>
            <numerusform>suspended for %n day</numerusform>
            <numerusform>suspended for %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>suspended %n day(s), to %1</source>
        <translation>
            <numerusform>suspended %n day, to %1</numerusform>
            <numerusform>suspended %n days, to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>since %1, %n day(s)</source>
        <translation>
            <numerusform>since %1, %n day</numerusform>
            <numerusform>since %1, %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n date(s) too late</source>
        <translation>
            <numerusform>%n date too late</numerusform>
            <numerusform>%n dates too late</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanFile</name>
    <message numerus="yes">
        <source>%n date(s) known less exactly than to the day stand(s) at the last day meant.</source>
        <translation>
            <numerusform>%n date known less exactly than to the day stands at the last day meant.</numerusform>
            <numerusform>%n dates known less exactly than to the day stand at the last day meant.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanFiles</name>
    <message numerus="yes">
        <source>That %n day(s) of a weekend are worked was left out.</source>
        <translation>
            <numerusform>That %n day of a weekend is worked was left out.</numerusform>
            <numerusform>That %n days of a weekend are worked was left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hidden task(s) were read like the others.</source>
        <translation>
            <numerusform>%n hidden task was read like the others.</numerusform>
            <numerusform>%n hidden tasks were read like the others.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n assignment(s) the names were read, not the hours.</source>
        <translation>
            <numerusform>Of %n assignment the name was read, not the hours.</numerusform>
            <numerusform>Of %n assignments the names were read, not the hours.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n absence(s) of people were left out.</source>
        <translation>
            <numerusform>%n absence of people was left out.</numerusform>
            <numerusform>%n absences of people were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) in columns of the user&apos;s own were left out.</source>
        <translation>
            <numerusform>%n value in columns of the user&apos;s own was left out.</numerusform>
            <numerusform>%n values in columns of the user&apos;s own were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Web addresses of %n task(s) were left out.</source>
        <translation>
            <numerusform>Web addresses of %n task were left out.</numerusform>
            <numerusform>Web addresses of %n tasks were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancelled event(s) or to-do(s) were left out.</source>
        <translation>
            <numerusform>%n cancelled event or to-do was left out.</numerusform>
            <numerusform>%n cancelled events or to-dos were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) repeat without end or very often; the first 500 times were read.</source>
        <translation>
            <numerusform>%n event repeats without end or very often; the first 500 times were read.</numerusform>
            <numerusform>%n events repeat without end or very often; the first 500 times were read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) or to-do(s) repeat in a way that cannot be followed; the first time was read.</source>
        <translation>
            <numerusform>%n event or to-do repeats in a way that cannot be followed; the first time was read.</numerusform>
            <numerusform>%n events or to-dos repeat in a way that cannot be followed; the first time was read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to-do(s) without a day they are due were left out.</source>
        <translation>
            <numerusform>%n to-do without a day it is due was left out.</numerusform>
            <numerusform>%n to-dos without a day they are due were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) of the calendar could not be understood and were left out.</source>
        <translation>
            <numerusform>%n line of the calendar could not be understood and was left out.</numerusform>
            <numerusform>%n lines of the calendar could not be understood and were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n inactive task(s) were left out.</source>
        <translation>
            <numerusform>%n inactive task was left out.</numerusform>
            <numerusform>%n inactive tasks were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Lags given in percent of %n link(s) were left out.</source>
        <translation>
            <numerusform>The lag of %n link, given in percent, was left out.</numerusform>
            <numerusform>Lags given in percent of %n links were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n link(s) to other projects were left out.</source>
        <translation>
            <numerusform>%n link to another project was left out.</numerusform>
            <numerusform>%n links to other projects were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Lags of %n link(s) are no whole days and were rounded.</source>
        <translation>
            <numerusform>The lag of %n link is no whole days and was rounded.</numerusform>
            <numerusform>Lags of %n links are no whole days and were rounded.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Durations of %n task(s) are no whole days and were rounded up.</source>
        <translation>
            <numerusform>The duration of %n task is no whole days and was rounded up.</numerusform>
            <numerusform>Durations of %n tasks are no whole days and were rounded up.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>That %n task(s) are to be done as late as possible was left out.</source>
        <translation>
            <numerusform>That %n task is to be done as late as possible was left out.</numerusform>
            <numerusform>That %n tasks are to be done as late as possible was left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exception(s) of the calendar that add working days, or repeat too often, were left out.</source>
        <translation>
            <numerusform>%n exception of the calendar that adds working days, or repeats too often, was left out.</numerusform>
            <numerusform>%n exceptions of the calendar that add working days, or repeat too often, were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) have a calendar of their own, which was left out.</source>
        <translation>
            <numerusform>%n task has a calendar of its own, which was left out.</numerusform>
            <numerusform>%n tasks have a calendar of their own, which was left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Costs of %n task(s) were left out.</source>
        <translation>
            <numerusform>Costs of %n task were left out.</numerusform>
            <numerusform>Costs of %n tasks were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n link(s) name tasks that are not in the file and were left out.</source>
        <translation>
            <numerusform>%n link names a task that is not in the file and was left out.</numerusform>
            <numerusform>%n links name tasks that are not in the file and were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n link(s) between a task and the heading it stands below were left out.</source>
        <translation>
            <numerusform>%n link between a task and the heading it stands below was left out.</numerusform>
            <numerusform>%n links between a task and the heading it stands below were left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Comments are open from %1 to %2, %n day(s).</source>
        <translation>
            <numerusform>Comments are open from %1 to %2, %n day.</numerusform>
            <numerusform>Comments are open from %1 to %2, %n days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s), by the rules of this review.</source>
        <translation>
            <numerusform>%n day, by the rules of this review.</numerusform>
            <numerusform>%n days, by the rules of this review.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recommendation(s)</source>
        <translation>
            <numerusform>%n recommendation</numerusform>
            <numerusform>%n recommendations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s)</source>
        <translation>
            <numerusform>%n group</numerusform>
            <numerusform>%n groups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n finding</numerusform>
            <numerusform>%n findings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sub-team(s)</source>
        <translation>
            <numerusform>%n sub-team</numerusform>
            <numerusform>%n sub-teams</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recommendation(s) without a metric yet.</source>
        <translation>
            <numerusform>%n recommendation without a metric yet.</numerusform>
            <numerusform>%n recommendations without a metric yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recommendation(s) without a recorded level of consensus yet.</source>
        <translation>
            <numerusform>%n recommendation without a recorded level of consensus yet.</numerusform>
            <numerusform>%n recommendations without a recorded level of consensus yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>met %n day(s) after %1</source>
        <translation>
            <numerusform>met %n day after %1</numerusform>
            <numerusform>met %n days after %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>met %n day(s) late</source>
        <translation>
            <numerusform>met %n day late</numerusform>
            <numerusform>met %n days late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>met %n day(s) early</source>
        <translation>
            <numerusform>met %n day early</numerusform>
            <numerusform>met %n days early</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) after %1</source>
        <translation>
            <numerusform>%n day after %1</numerusform>
            <numerusform>%n days after %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) overdue</source>
        <translation>
            <numerusform>%n day overdue</numerusform>
            <numerusform>%n days overdue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>due in %n day(s)</source>
        <translation>
            <numerusform>due in %n day</numerusform>
            <numerusform>due in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of min. %n day(s)</source>
        <translation>
            <numerusform>%1 of min. %n day</numerusform>
            <numerusform>%1 of min. %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n milestone(s) and activities</source>
        <translation>
            <numerusform>%n milestone or activity</numerusform>
            <numerusform>%n milestones and activities</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) without a date yet.</source>
        <translation>
            <numerusform>%n item without a date yet.</numerusform>
            <numerusform>%n items without a date yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recommendation(s) in no group yet, so without a number.</source>
        <translation>
            <numerusform>%n recommendation in no group yet, so without a number.</numerusform>
            <numerusform>%n recommendations in no group yet, so without a number.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Within %n day(s)</source>
        <translation>
            <numerusform>Within %n day</numerusform>
            <numerusform>Within %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Salvage</name>
    <message numerus="yes">
        <source>%n change(s) were saved.</source>
        <translation>
            <numerusform>%n change was saved.</numerusform>
            <numerusform>%n changes were saved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) of the file could not be saved.</source>
        <translation>
            <numerusform>%n change of the file could not be saved.</numerusform>
            <numerusform>%n changes of the file could not be saved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) are missing before others.</source>
        <translation>
            <numerusform>%n change is missing before others.</numerusform>
            <numerusform>%n changes are missing before others.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>creation of %n record(s)</source>
        <translation>
            <numerusform>creation of %n record</numerusform>
            <numerusform>creation of %n records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Severity</name>
    <message numerus="yes">
        <source>%n hint(s)</source>
        <translation>
            <numerusform>%n hint</numerusform>
            <numerusform>%n hints</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n good</source>
        <translation>
            <numerusform>%n good</numerusform>
            <numerusform>%n good</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SharingWords</name>
    <message numerus="yes">
        <source>%n change(s) by %1 are missing: %2.</source>
        <translation>
            <numerusform>%n change by %1 is missing: %2.</numerusform>
            <numerusform>%n changes by %1 are missing: %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message numerus="yes">
        <source>%n day(s) after its deadline</source>
        <translation>
            <numerusform>%n day after its deadline</numerusform>
            <numerusform>%n days after its deadline</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) too late for %1</source>
        <translation>
            <numerusform>%n day too late for %1</numerusform>
            <numerusform>%n days too late for %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) after %1</source>
        <translation>
            <numerusform>%n day after %1</numerusform>
            <numerusform>%n days after %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Suspended %n day(s)</source>
        <translation>
            <numerusform>Suspended %n day</numerusform>
            <numerusform>Suspended %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n past a deadline</source>
        <translation>
            <numerusform>%n past a deadline</numerusform>
            <numerusform>%n past a deadline</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n late</source>
        <translation>
            <numerusform>%n late</numerusform>
            <numerusform>%n late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) overdue</source>
        <translation>
            <numerusform>%n day overdue</numerusform>
            <numerusform>%n days overdue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) later than in the baseline</source>
        <translation>
            <numerusform>%n day later than in the baseline</numerusform>
            <numerusform>%n days later than in the baseline</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) earlier than in the baseline</source>
        <translation>
            <numerusform>%n day earlier than in the baseline</numerusform>
            <numerusform>%n days earlier than in the baseline</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>will be %n day(s) after its deadline</source>
        <translation>
            <numerusform>will be %n day after its deadline</numerusform>
            <numerusform>will be %n days after its deadline</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>will be %n day(s) too late for %1</source>
        <translation>
            <numerusform>will be %n day too late for %1</numerusform>
            <numerusform>will be %n days too late for %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::BackupsDialog</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::ConflictBadge</name>
    <message numerus="yes">
        <source>%n value(s)</source>
        <translation>
            <numerusform>%n value</numerusform>
            <numerusform>%n values</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::ConflictDetail</name>
    <message numerus="yes">
        <source>%n people gave this field different values</source>
        <translation>
            <numerusform>%n people gave this field different values</numerusform>
            <numerusform>%n people gave this field different values</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) need(s) a decision.</source>
        <translation>
            <numerusform>%n place needs a decision.</numerusform>
            <numerusform>%n places need a decision.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) to decide</source>
        <translation>
            <numerusform>%n place to decide</numerusform>
            <numerusform>%n places to decide</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>decide the %n place(s) first</source>
        <translation>
            <numerusform>decide the %n place first</numerusform>
            <numerusform>decide the %n places first</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::ConflictsView</name>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::DeadlineModel</name>
    <message numerus="yes">
        <source>met %n day(s) late</source>
        <translation>
            <numerusform>met %n day late</numerusform>
            <numerusform>met %n days late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) too late</source>
        <translation>
            <numerusform>%n day too late</numerusform>
            <numerusform>%n days too late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::DecisionsPage</name>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>%n day late</numerusform>
            <numerusform>%n days late</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::EvidencePage</name>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>%n day late</numerusform>
            <numerusform>%n days late</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::GanttTip</name>
    <message numerus="yes">
        <source>−%n day(s)</source>
        <translation>
            <numerusform>−%n day</numerusform>
            <numerusform>−%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>+%n day(s)</source>
        <translation>
            <numerusform>+%n day</numerusform>
            <numerusform>+%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::HistoryCompare</name>
    <message numerus="yes">
        <source>%n record(s) changed</source>
        <translation>
            <numerusform>%n record changed</numerusform>
            <numerusform>%n records changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s)</source>
        <translation>
            <numerusform>%n field</numerusform>
            <numerusform>%n fields</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::HistoryDetail</name>
    <message numerus="yes">
        <source>It replaced %n value(s)</source>
        <translation>
            <numerusform>It replaced %n value</numerusform>
            <numerusform>It replaced %n values</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::HistoryPage</name>
    <message numerus="yes">
        <source>%n deleted</source>
        <translation>
            <numerusform>%n deleted</numerusform>
            <numerusform>%n deleted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::ImportPreview</name>
    <message numerus="yes">
        <source>%n more change(s) in it are here already.</source>
        <translation>
            <numerusform>%n more change in it is here already.</numerusform>
            <numerusform>%n more changes in it are here already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s)</source>
        <translation>
            <numerusform>%n value</numerusform>
            <numerusform>%n values</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s)</source>
        <translation>
            <numerusform>%n field</numerusform>
            <numerusform>%n fields</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s) would be settled.</source>
        <translation>
            <numerusform>%n conflict would be settled.</numerusform>
            <numerusform>%n conflicts would be settled.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n record</numerusform>
            <numerusform>%n records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::ImportedRecordsDialog</name>
    <message numerus="yes">
        <source>%n record(s) are set aside.</source>
        <translation>
            <numerusform>%n record is set aside.</numerusform>
            <numerusform>%n records are set aside.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::InspectorProblems</name>
    <message numerus="yes">
        <source>%n day(s) too late</source>
        <translation>
            <numerusform>%n day too late</numerusform>
            <numerusform>%n days too late</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::MainWindow</name>
    <message numerus="yes">
        <source>%n conflict(s)</source>
        <translation>
            <numerusform>%n conflict</numerusform>
            <numerusform>%n conflicts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s) are waiting in Sharing; both values are kept.</source>
        <translation>
            <numerusform>%n conflict is waiting in Sharing; both values are kept.</numerusform>
            <numerusform>%n conflicts are waiting in Sharing; both values are kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) were changed here as well and are listed to be read again.</source>
        <translation>
            <numerusform>%n record was changed here as well and is listed to be read again.</numerusform>
            <numerusform>%n records were changed here as well and are listed to be read again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) cannot be read by this version and are kept as they came.</source>
        <translation>
            <numerusform>%n change cannot be read by this version and is kept as it came.</numerusform>
            <numerusform>%n changes cannot be read by this version and are kept as they came.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) were taken in.</source>
        <translation>
            <numerusform>%n change was taken in.</numerusform>
            <numerusform>%n changes were taken in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It holds %n change(s). Send it by mail or hand it over.</source>
        <translation>
            <numerusform>It holds %n change. Send it by mail or hand it over.</numerusform>
            <numerusform>It holds %n changes. Send it by mail or hand it over.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) of the plan were added.</source>
        <translation>
            <numerusform>%n item of the plan was added.</numerusform>
            <numerusform>%n items of the plan were added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) went to the printer.</source>
        <translation>
            <numerusform>%n page went to the printer.</numerusform>
            <numerusform>%n pages went to the printer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) were added.</source>
        <translation>
            <numerusform>%n message was added.</numerusform>
            <numerusform>%n messages were added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Undo takes them back in %n step(s).</source>
        <translation>
            <numerusform>Undo takes them back in %n step.</numerusform>
            <numerusform>Undo takes them back in %n steps.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The contents of %n attached file(s) did not fit and stayed out: save them and hand them over by themselves.</source>
        <translation>
            <numerusform>The contents of %n attached file did not fit and stayed out: save it and hand it over by itself.</numerusform>
            <numerusform>The contents of %n attached files did not fit and stayed out: save them and hand them over by themselves.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::MilestoneTrendView</name>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n time</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::OverviewPage</name>
    <message numerus="yes">
        <source>%1 is not ready: %n thing(s) are lacking. The gate can be passed all the same.</source>
        <translation>
            <numerusform>%1 is not ready: %n thing is lacking. The gate can be passed all the same.</numerusform>
            <numerusform>%1 is not ready: %n things are lacking. The gate can be passed all the same.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) to %1</source>
        <translation>
            <numerusform>%n day to %1</numerusform>
            <numerusform>%n days to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, in %n day(s)</source>
        <translation>
            <numerusform>%1, in %n day</numerusform>
            <numerusform>%1, in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>not so for %n, worst</source>
        <translation>
            <numerusform>not so for %n, worst</numerusform>
            <numerusform>not so for %n, worst</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::PublishDialog</name>
    <message numerus="yes">
        <source>Readers outside the team get %Ln record(s): what is said now, without history, notes, addresses and whatever belongs to a closed group.</source>
        <translation>
            <numerusform>Readers outside the team get %Ln record: what is said now, without history, notes, addresses and whatever belongs to a closed group.</numerusform>
            <numerusform>Readers outside the team get %Ln records: what is said now, without history, notes, addresses and whatever belongs to a closed group.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::ReceiveDialog</name>
    <message numerus="yes">
        <source>Take %n change(s)</source>
        <translation>
            <numerusform>Take %n change</numerusform>
            <numerusform>Take %n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bundle(s)</source>
        <translation>
            <numerusform>%n bundle</numerusform>
            <numerusform>%n bundles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) from %1</source>
        <translation>
            <numerusform>%n change from %1</numerusform>
            <numerusform>%n changes from %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more stretch(es) of changes are missing.</source>
        <translation>
            <numerusform>%n more stretch of changes is missing.</numerusform>
            <numerusform>%n more stretches of changes are missing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) cannot be read by this version.</source>
        <translation>
            <numerusform>%n change cannot be read by this version.</numerusform>
            <numerusform>%n changes cannot be read by this version.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) are set aside.</source>
        <translation>
            <numerusform>%n record is set aside.</numerusform>
            <numerusform>%n records are set aside.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::RecommendationsPage</name>
    <message numerus="yes">
        <source>%n incomplete</source>
        <translation>
            <numerusform>%n incomplete</numerusform>
            <numerusform>%n incomplete</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without level</source>
        <translation>
            <numerusform>%n without level</numerusform>
            <numerusform>%n without level</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::RecordHead</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::RecordPage</name>
    <message numerus="yes">
        <source>%n to look at</source>
        <translation>
            <numerusform>%n to look at</numerusform>
            <numerusform>%n to look at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) were deleted.</source>
        <translation>
            <numerusform>%n record were deleted.</numerusform>
            <numerusform>%n records were deleted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::RecordTable</name>
    <message numerus="yes">
        <source>Set a field of %n record(s)</source>
        <translation>
            <numerusform>Set a field of %n record</numerusform>
            <numerusform>Set a field of %n records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::ReportBackSection</name>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::RereadList</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n record</numerusform>
            <numerusform>%n records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::SendDialog</name>
    <message numerus="yes">
        <source>%n change(s); nothing was received from there yet.</source>
        <translation>
            <numerusform>%n change; nothing was received from there yet.</numerusform>
            <numerusform>%n changes; nothing was received from there yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) since the last bundle from there, %1</source>
        <translation>
            <numerusform>%n change since the last bundle from there, %1</numerusform>
            <numerusform>%n changes since the last bundle from there, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::SharingPage</name>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) missing</source>
        <translation>
            <numerusform>%n change missing</numerusform>
            <numerusform>%n changes missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to be read again</source>
        <translation>
            <numerusform>%n to be read again</numerusform>
            <numerusform>%n to be read again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s)</source>
        <translation>
            <numerusform>%n conflict</numerusform>
            <numerusform>%n conflicts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::SharingPeople</name>
    <message numerus="yes">
        <source>%n of theirs: %1</source>
        <comment>changes missing here</comment>
        <translation>
            <numerusform>%n of theirs: %1</numerusform>
            <numerusform>%n of theirs: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of ours</source>
        <comment>changes missing there</comment>
        <translation>
            <numerusform>%n of ours</numerusform>
            <numerusform>%n of ours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::TagDialog</name>
    <message numerus="yes">
        <source>Tag %n record(s)</source>
        <translation>
            <numerusform>Tag %n record</numerusform>
            <numerusform>Tag %n records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::TextEditor</name>
    <message numerus="yes">
        <source>%n word(s) · CommonMark</source>
        <extracomment>Below a text: its length, and that it is written in CommonMark, a plain way to mark up text.</extracomment>
        <translation>
            <numerusform>%n word · CommonMark</numerusform>
            <numerusform>%n words · CommonMark</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::TimelinePage</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n past a deadline</source>
        <translation>
            <numerusform>%n past a deadline</numerusform>
            <numerusform>%n past a deadline</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n late</source>
        <translation>
            <numerusform>%n late</numerusform>
            <numerusform>%n late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) that were tried are kept.</source>
        <translation>
            <numerusform>%n change that was tried is kept.</numerusform>
            <numerusform>%n changes that were tried are kept.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::TimelineTools</name>
    <message numerus="yes">
        <source>Show: next %n day(s)</source>
        <translation>
            <numerusform>Show: next day</numerusform>
            <numerusform>Show: next %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::TracePage</name>
    <message numerus="yes">
        <source>and %n more; the Overview lists all of them.</source>
        <translation>
            <numerusform>and %n more; the Overview lists all of them.</numerusform>
            <numerusform>and %n more; the Overview lists all of them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n way(s)</source>
        <translation>
            <numerusform>%n way</numerusform>
            <numerusform>%n ways</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with a gap</source>
        <translation>
            <numerusform>%n with a gap</numerusform>
            <numerusform>%n with a gap</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n suspect</source>
        <translation>
            <numerusform>%n suspect</numerusform>
            <numerusform>%n suspect</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::WhatIfBar</name>
    <message numerus="yes">
        <source>What if: %n change(s) tried</source>
        <translation>
            <numerusform>What if: %n change tried</numerusform>
            <numerusform>What if: %n changes tried</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Would turn red: %1 and %n more</source>
        <translation>
            <numerusform>Would turn red: %1 and %n more</numerusform>
            <numerusform>Would turn red: %1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) would be in time again.</source>
        <translation>
            <numerusform>%n item would be in time again.</numerusform>
            <numerusform>%n items would be in time again.</numerusform>
        </translation>
    </message>
</context>
</TS>
