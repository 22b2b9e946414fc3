#include "ui/pages/overviewpagechanges.h"

#include "ui/dialogs/changewords.h"
#include "ui/dialogs/recordwords.h"
#include "ui/dialogs/linerow.h"
#include "ui/widgets/quietlabel.h"

#include <QEvent>
#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace plumbline {

namespace {

/// Entries to read for so many actions: a new record has about ten fields, and most actions are one field.
constexpr int entriesPerAction = 40;

/// The sentence with its link as a person reads it: Bold in ink, since it is the thing and not an address.
QString styled(QString sentence)
{
    return sentence.replace(u"<a "_s, u"<a style=\"color:%1; text-decoration:none; font-weight:bold\" "_s.arg(
                                          Theme::current().ink.name()));
}

} // namespace

OverviewChanges::OverviewChanges(Session &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
}

void OverviewChanges::show(int count)
{
    m_count = count;
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    // One more than is shown, as the last one may have been cut off by the limit.
    const QList<Action> actions = actionsOf(m_session.recent((count + 1) * entriesPerAction));
    m_hasMore = actions.size() > count;
    for (const Action &action : actions.mid(0, count))
        addRow(action);
}

void OverviewChanges::addRow(const Action &action)
{
    const Review &review = m_session.review();
    const QDate today = m_session.clock().today();
    auto *row = new LineRow(this);
    QuietLabel *when = row->addQuiet(whenWords(action.first().when, m_session.clock().now()));
    when->setType(Type::Caption);
    when->setFixedWidth(when->fontMetrics().horizontalAdvance(u"30 Sep 2020 "_s));

    auto *words = new QWidget(row);
    auto *lines = new QVBoxLayout(words);
    lines->setContentsMargins(0, 0, 0, 2);
    lines->setSpacing(0);
    auto *what = new QuietLabel(words);
    what->setToken(&Theme::ink);
    what->setTextFormat(Qt::RichText);
    what->setText(styled(actionSentence(review, action, m_session.me(), today)));
    what->setWordWrap(true);
    what->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    connect(what, &QLabel::linkActivated, this,
            [this](const QString &link) { emit recordRequested(RecordId(QUuid::fromString(link))); });
    lines->addWidget(what);
    if (const QString detail = actionDetail(review, action, today); !detail.isEmpty()) {
        auto *why = new QuietLabel(detail, words);
        why->setType(Type::Caption);
        why->setTextFormat(Qt::PlainText);
        why->setWordWrap(true);
        lines->addWidget(why);
    }
    static_cast<QHBoxLayout *>(row->layout())->addWidget(words, 1);
    m_layout->addWidget(row);
}

bool OverviewChanges::event(QEvent *event)
{
    const bool handled = QWidget::event(event);
    if (changesLook(*event) && m_count > 0)
        show(m_count); // The colour of the links stands in their text.
    return handled;
}

} // namespace plumbline
