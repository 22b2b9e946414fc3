#include "core/report/document.h"

using namespace Qt::StringLiterals;

namespace plumbline::report {

Text Text::plain(const QString &text, Tone tone)
{
    return text.isEmpty() ? Text() : Text{{Run{text, false, tone, {}, {}}}, {}};
}

Text Text::bold(const QString &text)
{
    return {{Run{text, true, Tone::Normal, {}, {}}}, {}};
}

Text Text::ofMarkdown(const QString &markdown)
{
    return {{}, markdown};
}

Text Text::link(const QString &text, const QString &target)
{
    return {{Run{text, false, Tone::Normal, target, {}}}, {}};
}

static bool isContents(const Section &section)
{
    return !section.blocks.isEmpty() && std::holds_alternative<ContentsList>(section.blocks.first());
}

void numberSections(Document &document)
{
    int first = 0;
    int second = 0;
    int index = 0;
    for (Section &section : document.sections) {
        ++index;
        if (section.anchor.isEmpty())
            section.anchor = u"section-%1"_s.arg(index);
        if (isContents(section))
            continue;
        if (section.level == 1) {
            section.number = QString::number(++first);
            second = 0;
        } else {
            section.number = u"%1.%2"_s.arg(first).arg(++second);
        }
    }
}

namespace {

/// Collects the words of each kind of block.
struct WordCollector {
    QStringList lines;

    void add(const QString &text)
    {
        if (!text.isEmpty())
            lines += text;
    }
    void operator()(const Text &text)
    {
        QString words;
        for (const Run &run : text.runs)
            words += run.text;
        add(words);
        add(text.markdown);
    }
    void operator()(const Heading &heading) { add(heading.number + u' ' + heading.text); }
    void operator()(const Paragraph &paragraph) { (*this)(paragraph.text); }
    void operator()(const LabelledField &field)
    {
        add(field.label);
        (*this)(field.text);
    }
    void operator()(const Table &table)
    {
        add(table.label);
        for (const Column &column : table.columns)
            add(column.title);
        for (const Row &row : table.rows) {
            for (const Text &cell : row.cells)
                (*this)(cell);
        }
    }
    void operator()(const RecordBlock &record)
    {
        add(record.number + u' ' + record.title);
        add(record.note);
        for (const Chip &chip : record.chips)
            add(chip.text);
        (*this)(record.text);
        for (const RecordPart &part : record.parts)
            std::visit([this](const auto &content) { (*this)(content); }, part);
    }
    void operator()(const RecommendationBlock &block) { (*this)(static_cast<const RecordBlock &>(block)); }
    void operator()(const FindingBlock &block) { (*this)(static_cast<const RecordBlock &>(block)); }
    void operator()(const KeyList &list)
    {
        for (const KeyList::Entry &entry : list.entries) {
            add(entry.key);
            (*this)(entry.text);
        }
    }
    void operator()(const Chart &chart)
    {
        add(chart.title);
        add(chart.alternative);
        for (const ChartRow &row : chart.rows) {
            for (const QString &words :
                 {row.code, row.title, row.owner, row.target, row.slip, row.warning, row.note})
                add(words);
        }
        for (const ChartDeadline &deadline : chart.deadlines)
            add(deadline.name);
        for (const ChartStretch &stretch : chart.stretches)
            add(stretch.words);
    }
    void operator()(const PageBreak &) {}
    void operator()(const ContentsList &) {}
};

} // namespace

QString allWords(const Document &document)
{
    WordCollector collector;
    for (const QString &text : {document.kind, document.title, document.subtitle, document.shortName,
                                document.author, document.dateText})
        collector.add(text);
    collector.lines += document.facts;
    for (const Section &section : document.sections) {
        collector.add(section.number + u' ' + section.title);
        for (const Block &block : section.blocks)
            std::visit([&collector](const auto &content) { collector(content); }, block);
    }
    return collector.lines.join(u'\n');
}

} // namespace plumbline::report
