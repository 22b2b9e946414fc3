#include "core/report/redlinereport.h"

#include "core/report/reportwords.h"

#include <map>

namespace plumbline::report {

using namespace Qt::StringLiterals;

namespace {

class RedlineBuilder
{
    Q_DECLARE_TR_FUNCTIONS(Report)

public:
    RedlineBuilder(const Redline &redline, const Review &review, const QDate &today, const QLocale &locale)
        : m_redline(redline), m_review(review), m_today(today), m_locale(locale)
    {
    }

    Document build()
    {
        m_document.kind = tr("Redline");
        fillCover(m_document, m_review, m_today, m_locale);
        m_document.subtitle = tr("What changed from “%1” to “%2”. For the team: it holds what is not published.")
                                  .arg(m_redline.from, m_redline.to);
        m_document.sections += contentsSection();
        summary();
        for (const Kind kind : allKinds())
            ofKind(kind);
        numberSections(m_document);
        return m_document;
    }

private:
    void begin(const QString &title)
    {
        Section section;
        section.title = title;
        m_document.sections += section;
    }
    static Run run(const QString &text, Tone tone = Tone::Normal) { return {text, false, tone, {}, {}}; }
    void add(const Block &block) { m_document.sections.last().blocks += block; }

    void summary()
    {
        begin(tr("What changed"));
        if (m_redline.records.isEmpty())
            return add(Paragraph{Text::plain(tr("Nothing changed from “%1” to “%2”.").arg(m_redline.from, m_redline.to))});
        add(Paragraph{Text{{run(tr("Words that came are")), run(u" "_s), run(tr("underlined"), Tone::Inserted),
                            run(tr(", words that went are")), run(u" "_s), run(tr("struck through"), Tone::Deleted),
                            run(u"."_s)},
                           {}}});
        Table table;
        table.columns = {{tr("Records"), 3, Alignment::Leading},
                         {tr("New"), 1, Alignment::Trailing},
                         {tr("Changed"), 1, Alignment::Trailing},
                         {tr("Gone"), 1, Alignment::Trailing}};
        std::map<Kind, std::array<int, 3>> counts;
        for (const RedlineRecord &record : m_redline.records)
            ++counts[record.kind][size_t(record.what)];
        for (const auto &[kind, count] : counts)
            table.rows += Row{{Text::plain(QCoreApplication::translate("Kind", describe(kind).plural)),
                               figure(count[RedlineRecord::New]), figure(count[RedlineRecord::Changed]),
                               figure(count[RedlineRecord::Gone])},
                              {},
                              false};
        add(table);
        numbers();
    }

    Text figure(int count) const { return Text::plain(count == 0 ? u"\u2013"_s : m_locale.toString(count)); }

    /// Which number became which, when any did.
    void numbers()
    {
        Table table;
        table.label = tr("New numbers");
        table.columns = {{tr("Before"), 1, Alignment::Leading},
                         {tr("After"), 1, Alignment::Leading},
                         {tr("Recommendation"), 4, Alignment::Leading}};
        for (const RedlineRecord &record : m_redline.records) {
            if (record.numberBefore != record.numberAfter)
                table.rows += Row{{numberText(record.numberBefore), numberText(record.numberAfter),
                                   Text::plain(record.title)},
                                  {},
                                  false};
        }
        if (!table.rows.isEmpty())
            add(table);
    }

    static Text numberText(const QString &number)
    {
        return number.isEmpty() ? Text::plain(tr("none"), Tone::Quiet) : Text::plain(number);
    }

    void ofKind(Kind kind)
    {
        bool begun = false;
        for (const RedlineRecord &record : m_redline.records) {
            if (record.kind != kind)
                continue;
            if (!begun)
                begin(QCoreApplication::translate("Kind", describe(kind).plural));
            begun = true;
            add(block(record));
        }
    }

    FindingBlock block(const RedlineRecord &record) const
    {
        FindingBlock block;
        block.number = record.numberAfter.isEmpty() ? record.key : record.numberAfter;
        block.title = record.title.isEmpty() ? QCoreApplication::translate("Kind", describe(record.kind).label)
                                             : record.title;
        block.note = authorWords(record.authors, m_locale);
        if (record.what == RedlineRecord::New)
            block.chips += {tr("New"), Tone::Good};
        else if (record.what == RedlineRecord::Gone)
            block.chips += {tr("Gone"), Tone::Bad};
        if (!record.numberBefore.isEmpty() && record.numberBefore != record.numberAfter)
            block.chips += {tr("was %1").arg(record.numberBefore), Tone::Attention};
        for (const RedlineField &field : record.fields)
            block.parts += LabelledField{field.label, marked(field.diff)};
        return block;
    }

    static Text marked(const QList<DiffPiece> &diff)
    {
        Text text;
        for (const DiffPiece &piece : diff) {
            const Tone tone = piece.kind == DiffPiece::Inserted  ? Tone::Inserted
                              : piece.kind == DiffPiece::Deleted ? Tone::Deleted
                                                                 : Tone::Normal;
            // What was deleted never runs into what was inserted.
            const bool touches = !text.runs.isEmpty() && text.runs.last().tone == Tone::Deleted &&
                                 piece.kind == DiffPiece::Inserted && !text.runs.last().text.back().isSpace();
            if (touches)
                text.runs += run(u" "_s);
            text.runs += run(piece.text, tone);
        }
        return text;
    }

    const Redline &m_redline; // Not owned.
    const Review &m_review;   // Not owned.
    QDate m_today;
    QLocale m_locale;
    Document m_document;
};

} // namespace

QString authorWords(const QList<RedlineAuthor> &authors, const QLocale &locale)
{
    QStringList words;
    for (const RedlineAuthor &author : authors) {
        const QString first = dateText(author.first.date(), locale);
        const QString last = dateText(author.last.date(), locale);
        const QString changes = QCoreApplication::translate("Report", "%n change(s)", nullptr, author.changes);
        words += first == last ? QCoreApplication::translate("Report", "%1, %2, %3", "author, number of changes, day")
                                     .arg(author.name, changes, first)
                               : QCoreApplication::translate("Report", "%1, %2, %3 to %4",
                                                             "author, number of changes, first and last day")
                                     .arg(author.name, changes, first, last);
    }
    return words.join(u"; "_s);
}

Document redlineReport(const Redline &redline, const Review &review, const Clock &clock, const QLocale &locale)
{
    return RedlineBuilder(redline, review, clock.today(), locale).build();
}

} // namespace plumbline::report
