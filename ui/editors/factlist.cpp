#include "ui/editors/factlist.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/linkbutton.h"
#include "ui/widgets/quietlabel.h"

#include <QGridLayout>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace plumbline {

namespace {

constexpr int whenWidthInCharacters = 12;

QString linkHtml(const QString &words)
{
    return u"<a href=\"#\" style=\"text-decoration:none; color:%1\">%2</a>"_s.arg(
        Theme::current().link.name(), words.toHtmlEscaped());
}

} // namespace

FactList::FactList(QWidget *parent) : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    rebuild();
}

void FactList::setFacts(const QList<Fact> &facts, const QString &whenEmpty)
{
    if (facts == m_facts && whenEmpty == m_whenEmpty)
        return;
    m_facts = facts;
    m_whenEmpty = whenEmpty;
    rebuild();
}

void FactList::setRemovable(const QString &toolTip)
{
    m_removeTip = toolTip;
    rebuild();
}

void FactList::setButton(const QString &icon, const QString &toolTip)
{
    m_actionIcon = icon;
    m_actionTip = toolTip;
    rebuild();
}

bool FactList::event(QEvent *event)
{
    const bool handled = QWidget::event(event);
    if (changesLook(*event))
        rebuild(); // The colour of a link stands in its text.
    return handled;
}

void FactList::rebuild()
{
    if (m_rows) {
        // Not deleted at once: it may be a button in it that was pressed.
        m_rows->hide();
        m_rows->deleteLater();
    }
    m_rows = new QWidget(this);
    auto *grid = new QGridLayout(m_rows);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(2, 1);
    for (qsizetype row = 0; row < m_facts.size(); ++row)
        addFact(grid, int(row), m_facts.at(row));
    if (m_facts.isEmpty()) {
        auto *empty = new QuietLabel(m_whenEmpty, m_rows);
        empty->setToken(&Theme::ink3);
        empty->setWordWrap(true);
        grid->addWidget(empty, 0, 0, 1, 6);
    }
    layout()->addWidget(m_rows);
}

void FactList::addFact(QGridLayout *grid, int row, const Fact &fact)
{
    if (!fact.when.isEmpty()) {
        auto *when = new QuietLabel(fact.when, m_rows);
        when->setFixedWidth(whenWidthInCharacters * when->fontMetrics().averageCharWidth());
        grid->addWidget(when, row, 0, Qt::AlignTop);
    }
    if (fact.severity != Severity::None) {
        auto *sign = new QLabel(m_rows);
        sign->setPixmap(
            iconPixmap(severityIcon(fact.severity), 16, severityMark(fact.severity), devicePixelRatioF()));
        sign->setToolTip(severityWord(fact.severity));
        grid->addWidget(sign, row, 1, Qt::AlignTop);
    }
    auto *words = new QuietLabel(m_rows);
    words->setToken(&Theme::ink);
    words->setTextFormat(Qt::RichText);
    words->setWordWrap(true);
    const QString rest = fact.rest.isEmpty() ? QString()
                                             : u" <span style=\"color:%1\">%2</span>"_s.arg(
                                                   Theme::current().ink2.name(), fact.rest.toHtmlEscaped());
    words->setText((fact.record.isNull() ? fact.words.toHtmlEscaped() : linkHtml(fact.words)) + rest);
    words->setAccessibleName(QStringList{fact.when, fact.words, fact.rest}.join(u' ').simplified());
    if (!fact.record.isNull()) {
        words->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
        connect(words, &QLabel::linkActivated, this, [this, fact] { emit recordRequested(fact.record); });
    }
    grid->addWidget(words, row, 2, Qt::AlignTop);
    if (!fact.action.isEmpty()) {
        auto *action = new LinkButton(fact.action, m_rows);
        action->setAccessibleDescription(fact.words);
        connect(action, &LinkButton::clicked, this, [this, fact] { emit actionRequested(fact.record); });
        grid->addWidget(action, row, 3, Qt::AlignTop);
    }
    if (!m_actionTip.isEmpty()) {
        const QToolButton *button = addButton(grid, row, 4, m_actionIcon, m_actionTip);
        connect(button, &QToolButton::clicked, this, [this, fact] { emit buttonPressed(fact.record); });
    }
    if (!m_removeTip.isEmpty()) {
        const QToolButton *remove = addButton(grid, row, 5, u"close"_s, m_removeTip);
        connect(remove, &QToolButton::clicked, this, [this, fact] { emit removalRequested(fact.record); });
    }
}

QToolButton *FactList::addButton(QGridLayout *grid, int row, int column, const QString &iconName, const QString &toolTip)
{
    auto *button = new QToolButton(m_rows);
    button->setIcon(icon(iconName));
    button->setAutoRaise(true);
    button->setToolTip(toolTip);
    button->setAccessibleName(u"%1: %2"_s.arg(toolTip, m_facts.at(row).words));
    grid->addWidget(button, row, column, Qt::AlignTop);
    return button;
}

} // namespace plumbline
