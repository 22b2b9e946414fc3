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
        <source>%n change(s) of %1 are missing, no. %2-%3; ask for them.</source>
        <translation>
            <numerusform>%n change of %1 is missing, no. %2-%3; ask for it.</numerusform>
            <numerusform>%n changes of %1 are missing, no. %2-%3; ask for them.</numerusform>
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
</context>
<context>
    <name>plumbline::ConflictsPage</name>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
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
    <name>plumbline::ImportPreviewDialog</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
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
        <source>Take %n change(s)</source>
        <translation>
            <numerusform>Take %n change</numerusform>
            <numerusform>Take %n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) by %1 are missing: no. %2–%3.</source>
        <translation>
            <numerusform>%n change by %1 is missing: no. %2–%3.</numerusform>
            <numerusform>%n changes by %1 are missing: no. %2–%3.</numerusform>
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
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n withdrawn</source>
        <translation>
            <numerusform>%n withdrawn</numerusform>
            <numerusform>%n withdrawn</numerusform>
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
        <source>It holds %n change(s): everything the whole team may see.</source>
        <translation>
            <numerusform>It holds %n change: everything the whole team may see.</numerusform>
            <numerusform>It holds %n changes: everything the whole team may see.</numerusform>
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
</context>
</TS>