#pragma once

#include <QDate>
#include <QList>
#include <QString>

#include <optional>
#include <variant>

/// What a report says, as plain values: no fonts, no pages, no records. Builders in core/report make a
/// Document, ui/render lays it out; neither knows the other.
namespace plumbline::report {

/// What a word stands for beyond its letters. The layout chooses the colour; the words say it too.
enum class Tone {
    Normal,
    Quiet,     ///< Second text: keys, dates, hints.
    Attention, ///< Something is missing or wants a look.
    Bad,       ///< A date or a rule is broken.
    Good,      ///< Done, agreed.
    Inserted,  ///< Words that came; underlined.
    Deleted,   ///< Words that went; struck through.
};

/// A stretch of words set alike.
struct Run {
    QString text; ///< With @ref pageOf, `%1` in it becomes the page number.
    bool bold = false;
    Tone tone = Tone::Normal;
    QString target; ///< An anchor of this document, or an address with a scheme; empty: no link.
    QString pageOf; ///< An anchor whose page number the layout fills in; empty: none.
    friend bool operator==(const Run &, const Run &) = default;
};

/// Words to be set: runs, or CommonMark as it stands in a record. The layout reads the CommonMark, because
/// that needs QtGui. When both are there, the runs come first, in a paragraph of their own.
struct Text {
    QList<Run> runs;
    QString markdown;

    static Text plain(const QString &text, Tone tone = Tone::Normal);
    static Text bold(const QString &text);
    static Text ofMarkdown(const QString &markdown);
    /// A link to @p target, an anchor or an address.
    static Text link(const QString &text, const QString &target);
    bool isEmpty() const { return runs.isEmpty() && markdown.isEmpty(); }
    friend bool operator==(const Text &, const Text &) = default;
};

/// A heading inside a section that the contents list leaves out.
struct Heading {
    int level = 3;
    QString number; ///< As printed, "4.2"; empty for an unnumbered heading.
    QString text;
    QString anchor;
    friend bool operator==(const Heading &, const Heading &) = default;
};

struct Paragraph {
    enum Style {
        Body,
        Quiet, ///< Smaller, for what explains a table.
    };
    Text text;
    Style style = Body;
    friend bool operator==(const Paragraph &, const Paragraph &) = default;
};

/// A label in the margin column and what belongs to it in the text column.
struct LabelledField {
    QString label;
    Text text;
    friend bool operator==(const LabelledField &, const LabelledField &) = default;
};

enum class Alignment { Leading, Trailing };

struct Column {
    QString title;
    double share = 1; ///< Of the table's width, relative to the other columns.
    Alignment alignment = Alignment::Leading;
    friend bool operator==(const Column &, const Column &) = default;
};

struct Row {
    QList<Text> cells; ///< One per column, or a single one that spans all of them when @ref head is set.
    QString anchor;    ///< Empty when nothing refers to the row.
    bool head = false; ///< Heads the rows below it, and is kept with them.
    friend bool operator==(const Row &, const Row &) = default;
};

/// A table whose header repeats on every page it reaches.
struct Table {
    QString label; ///< In the margin column; not for wide tables.
    QList<Column> columns;
    QList<Row> rows;
    bool wide = false; ///< Takes the margin column too.
    friend bool operator==(const Table &, const Table &) = default;
};

/// A state in a frame.
struct Chip {
    QString text;
    Tone tone = Tone::Normal;
    friend bool operator==(const Chip &, const Chip &) = default;
};

using RecordPart = std::variant<LabelledField, Table>;

/// A record printed with all its fields: what recommendations and findings have in common.
struct RecordBlock {
    QString anchor;
    QString number; ///< Large in the margin: "11.1" or "F-S5-01".
    QString title;
    QString note; ///< The quiet line under the title.
    QList<Chip> chips;
    Text text; ///< The sentence the record exists for.
    QList<RecordPart> parts;
    friend bool operator==(const RecordBlock &, const RecordBlock &) = default;
};

/// Its text is set large beside an accent edge.
struct RecommendationBlock : RecordBlock {
    friend bool operator==(const RecommendationBlock &, const RecommendationBlock &) = default;
};

struct FindingBlock : RecordBlock {
    friend bool operator==(const FindingBlock &, const FindingBlock &) = default;
};

/// Keys in the margin column, each with what it stands for.
struct KeyList {
    struct Entry {
        QString key;
        Text text;
        QString anchor;
        friend bool operator==(const Entry &, const Entry &) = default;
    };
    QList<Entry> entries;
    friend bool operator==(const KeyList &, const KeyList &) = default;
};

/// One row of a timeline: a lane's head, an activity (with a start) or a milestone.
struct ChartRow {
    int lane = -1;     ///< -1 the full team, else the index of the sub-team in its order.
    bool head = false; ///< Names the lane; start and end then span all its rows.
    QString code;      ///< "S5", on heads of sub-teams.
    QString title;
    QString owner;
    QString target;             ///< As printed.
    QString slip;               ///< As printed, "+16"; empty when there is none.
    QString warning;            ///< "9 days after Draft freeze"; empty when the date is good.
    QString note;               ///< "56 of min. 40 days".
    std::optional<QDate> start; ///< Only activities have one.
    std::optional<QDate> end;   ///< The day met, else the target; empty while nobody has set one.
    std::optional<QDate> baselineStart;
    std::optional<QDate> baselineEnd;
    std::optional<QDate> judgedBy; ///< The latest date the warning speaks of.
    std::optional<QDate> floor;    ///< The earliest end a rule allows.
    int percent = 0;               ///< Of the work done.
    bool reached = false;
    bool isDeadline = false; ///< Has a latest date of its own.
    friend bool operator==(const ChartRow &, const ChartRow &) = default;
};

/// A latest date of the full team, drawn through all lanes.
struct ChartDeadline {
    QString name;
    QDate day;
    bool past = false; ///< Gone by or met.
    friend bool operator==(const ChartDeadline &, const ChartDeadline &) = default;
};

/// Days that concern the whole plan.
struct ChartStretch {
    QString words; ///< Set upright in a suspension; not printed for breaks.
    QDate first;
    QDate last; ///< Included.
    bool suspension = false;
    friend bool operator==(const ChartStretch &, const ChartStretch &) = default;
};

/// One row waits for another (finish to start, however the plan relates them otherwise).
struct ChartLink {
    int from = 0;
    int to = 0;
    friend bool operator==(const ChartLink &, const ChartLink &) = default;
};

/// A request for a drawing of the plan on landscape sheets.
struct Chart {
    QString title;
    QString language; ///< BCP 47, for the names of months.
    QDate from;
    QDate to;   ///< Included.
    QDate asOf; ///< The record date, where the plumb line hangs.
    QList<ChartRow> rows;
    QList<ChartDeadline> deadlines;
    QList<ChartStretch> stretches;
    QList<ChartLink> links;
    QString alternative; ///< The drawing in words.
    friend bool operator==(const Chart &, const Chart &) = default;
};

struct PageBreak {
    friend bool operator==(const PageBreak &, const PageBreak &) = default;
};

/// The sections of the document with their page numbers.
struct ContentsList {
    friend bool operator==(const ContentsList &, const ContentsList &) = default;
};

using Block = std::variant<Heading, Paragraph, LabelledField, Table, RecommendationBlock, FindingBlock,
                           KeyList, Chart, PageBreak, ContentsList>;

/// A numbered part of a report. Level 1 begins a new page.
struct Section {
    int level = 1;
    QString number; ///< Set by numberSections(); empty for the contents.
    QString title;
    QString anchor; ///< Set by numberSections() when empty.
    QList<Block> blocks;
    friend bool operator==(const Section &, const Section &) = default;
};

/// A whole report.
struct Document {
    QString kind;      ///< "Draft report", in the language of the report.
    QString title;     ///< Of the review.
    QString subtitle;  ///< What the reader holds, in one or two sentences.
    QString shortName; ///< For the running head: "SSR2 draft report".
    QString author;    ///< The team.
    QDate
        recordDate; ///< The day whose state of the records this is; the only date a report may call its own.
    QString dateText;  ///< The same as printed.
    QString language;  ///< BCP 47: "en", "ar", "zh".
    QStringList facts; ///< Small lines at the foot of the cover.
    QList<Section> sections;
    friend bool operator==(const Document &, const Document &) = default;
};

/// Numbers the sections 1, 1.1, 1.2, 2 ... in their order and gives those without one an anchor.
/// A section that holds a contents list gets no number.
void numberSections(Document &document);

/// Every word of the report in reading order, one block a line: for searching and for tests.
QString allWords(const Document &document);

} // namespace plumbline::report
