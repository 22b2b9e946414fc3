#include "ui/window/inspectorfields.h"

#include "core/domain/baseline.h"
#include "core/domain/baselineitem.h"
#include "core/domain/milestone.h"
#include "core/schedule/slip.h"
#include "ui/dialogs/recordwords.h"
#include "ui/widgets/quietlabel.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plumbline {

namespace {

constexpr int widestOfPair = 28;  ///< Characters that fit beside another field.
constexpr int longestText = 320;  ///< Of a long text; the editor shows the whole.

/// What the head, the notes or nobody needs.
bool isLeftOut(Kind kind, const Field &field)
{
    static const QList<QByteArray> technical{"key", "~place", "confirmed"};
    const bool hasEditor = kind == Kind::Recommendation || kind == Kind::Finding;
    return technical.contains(field.name) || field.name == describe(kind).title || field.type == FieldType::Bytes
        || (hasEditor && field.type == FieldType::Text)
        || (kind == Kind::Milestone && (field.name == "subteam" || field.name == "responsible"));
}

/// The fields as their kind lists them, but what the record is about first: of a milestone its dates.
QList<const Field *> inOrder(Kind kind)
{
    QList<const Field *> fields;
    for (const Field &field : describe(kind).fields)
        fields += &field;
    if (kind == Kind::Milestone)
        std::stable_sort(fields.begin(), fields.end(), [](const Field *a, const Field *b) {
            static const QList<QByteArray> dates{"target", "deadline", "actual", "serves", "start"};
            const auto rank = [](const Field *field) {
                const qsizetype at = dates.indexOf(field->name);
                return at < 0 ? dates.size() : at;
            };
            return rank(a) < rank(b);
        });
    return fields;
}

/// Whether the text would be cut or crowded beside another field: it is long, or has a word that cannot be parted.
bool needsBothColumns(const QString &text)
{
    constexpr qsizetype longestWord = 14;
    const QStringList words = text.split(u' ');
    return text.size() > widestOfPair
        || std::any_of(words.begin(), words.end(), [](const QString &word) { return word.size() > longestWord; });
}

/// A date or a slip is never broken over two lines.
QString unbroken(QString text)
{
    return text.replace(u' ', QChar(0x00A0));
}

QString shortened(const QString &text)
{
    return text.size() > longestText ? text.left(longestText).trimmed() + QChar(0x2026) : text;
}

} // namespace

bool InspectorFields::fill(const Record &record, Kind kind)
{
    m_grid = new QGridLayout;
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(8);
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, 1);
    m_cells = 0;
    column()->addLayout(m_grid);
    for (const Field *field : inOrder(kind)) {
        if (!isLeftOut(kind, *field))
            addField(record, kind, *field);
        if (kind == Kind::Milestone && field->name == "target")
            addBaseline(record);
    }
    return m_cells > 0;
}

void InspectorFields::addField(const Record &record, Kind kind, const Field &field)
{
    const Review &review = session().review();
    const QString label = fieldLabel(kind, field.name);
    if (const Conflict *conflict = review.conflict(record.id, field.name)) {
        QStringList values;
        for (const ConflictValue &value : conflict->values)
            values += shortened(valueWords(review, field, value.value)).toHtmlEscaped();
        const QString words = tr("Several values, nobody has chosen yet: %1").arg(values.join(u" | "_s));
        return addPair(label, u"<span style=\"color:%1\">%2</span>"_s.arg(Theme::current().amber.name(), words), true);
    }
    const Value value = field.get(record);
    QUuid uuid;
    if (field.type == FieldType::Reference && idFromValue(value, uuid) && !uuid.isNull()) {
        const QString link = linkTo(RecordId(uuid));
        return addPair(label, link, titleWords(review, RecordId(uuid)).size() > widestOfPair - 8);
    }
    if (field.type == FieldType::Parts && field.parts.size() > 2) {
        const QStringList lines = partLines(field, value, session().clock().today());
        if (!lines.isEmpty())
            addPair(label, lines.join(u'\n').toHtmlEscaped().replace(u'\n', u"<br>"_s), true);
        return;
    }
    QString text = shortened(valueWords(review, field, value, session().clock().today()));
    if (text.isEmpty())
        return;
    if (field.name == "progress" && kind == Kind::Milestone)
        text = tr("%1 %", "percent").arg(text);
    addPair(label, text.toHtmlEscaped().replace(u'\n', u"<br>"_s), 
            needsBothColumns(text) || field.type == FieldType::Text);
}

void InspectorFields::addBaseline(const Record &record)
{
    const Review &review = session().review();
    const auto &milestone = static_cast<const Milestone &>(record);
    const BaselineItem *item = firstBaselineItems(review).value(record.id);
    if (!item || !item->target)
        return;
    const Baseline *baseline = review.find(item->baseline);
    const QString label = baseline && baseline->taken
        ? tr("Baseline %1").arg(unbroken(formatDate(*baseline->taken, QLocale(), session().clock().today())))
        : tr("Baseline");
    QString words = unbroken(formatDate(*item->target, QLocale(), session().clock().today())).toHtmlEscaped();
    const auto slip = slipInDays(milestone, *item);
    if (slip && *slip != 0)
        words += u" <span style=\"color:%1\">%2</span>"_s.arg(
            (*slip > 0 ? Theme::current().red : Theme::current().green).name(), unbroken(slipWords(*slip)));
    addPair(label, words, false);
}

void InspectorFields::addPair(const QString &label, const QString &html, bool wide)
{
    if (wide && m_cells % 2 != 0)
        ++m_cells;
    auto *cell = new QWidget(this);
    auto *lines = new QVBoxLayout(cell);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(1);
    auto *caption = new QuietLabel(label, cell);
    caption->setType(Type::Caption);
    caption->setWordWrap(true);
    caption->setMinimumWidth(1); // Two long names side by side must not widen the inspector.
    auto *value = new QuietLabel(cell);
    value->setToken(&Theme::ink);
    value->setTextFormat(Qt::RichText);
    value->setText(html);
    value->setWordWrap(true);
    value->setMinimumWidth(1);
    value->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard
                                   | Qt::TextSelectableByMouse);
    connect(value, &QLabel::linkActivated, this,
            [this](const QString &link) { emit recordRequested(RecordId(QUuid::fromString(link))); });
    lines->addWidget(caption);
    lines->addWidget(value);
    lines->addStretch(1);
    m_grid->addWidget(cell, m_cells / 2, m_cells % 2, 1, wide ? 2 : 1);
    m_cells += wide ? 2 : 1;
}

} // namespace plumbline
