#include "ui/window/quicksearch.h"

#include "ui/models/fieldwords.h"
#include "ui/render/theme.h"
#include "ui/widgets/apptheme.h"
#include "ui/widgets/icons.h"
#include "ui/window/searchdelegate.h"

#include <QAction>
#include <QCompleter>
#include <QListView>
#include <QMenu>
#include <QMenuBar>
#include <QPainter>
#include <QStandardItemModel>
#include <QTimer>

#include <algorithm>

namespace plumbline {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostNamed = 8;
constexpr int mostOffered = 14; // Of records in all.
constexpr int mostCommands = 6;
constexpr int recordsPerTurn = 200; // Some milliseconds of work.
constexpr int ringRoom = 3; // Below the field, in pixels.
constexpr int listWidth = 560;

enum OfferedRole { RecordRole = Qt::UserRole, CommandRole };

} // namespace

QuickSearch::QuickSearch(QWidget *parent)
    : QLineEdit(parent),
      m_found(new QStandardItemModel(this)),
      m_completer(new QCompleter(m_found, this)),
      m_pause(new QTimer(this)),
      m_idle(new QTimer(this))
{
    setPlaceholderText(tr("Search records and commands"));
    setAccessibleName(tr("Search records by key or words, and commands by name"));
    setToolTip(tr("Search records by key or words, and commands by name (Ctrl+K)"));
    setClearButtonEnabled(true);
    addAction(icon("search"), LeadingPosition);
    auto *list = new QListView;
    m_completer->setPopup(list);
    auto *delegate = new SearchDelegate(list);
    delegate->watch(list);
    list->setItemDelegate(delegate); // After the completer has set its own.
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(mostOffered);
    m_completer->setWidget(this);
    m_pause->setSingleShot(true);
    m_pause->setInterval(120);
    m_idle->setInterval(150);
    connect(m_pause, &QTimer::timeout, this, &QuickSearch::offer);
    connect(m_idle, &QTimer::timeout, this, &QuickSearch::indexSome);
    connect(this, &QLineEdit::textEdited, m_pause, qOverload<>(&QTimer::start));
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this, &QuickSearch::take);
    connect(this, &QLineEdit::returnPressed, this, [this] {
        offer();
        m_completer->popup()->hide();
        if (m_found->rowCount() > 0)
            take(m_found->index(0, 0));
    });
}

QSize QuickSearch::sizeHint() const
{
    return {360, QLineEdit::sizeHint().height()};
}

void QuickSearch::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    const bool readsAsTheWindow = placeholderText().isRightToLeft() == isRightToLeft();
    if (!text().isEmpty() || hasFocus() || !readsAsTheWindow)
        return; // The hint stands where the placeholder ends.
    QPainter painter(this);
    painter.setFont(typeFont(Type::Caption));
    painter.setPen(Theme::current().ink3);
    const QString keys = QKeySequence(Qt::CTRL | Qt::Key_K).toString(QKeySequence::NativeText).replace(u'+', u' ');
    painter.drawText(rect().adjusted(8, 0, -8, 0),
                     int(QStyle::visualAlignment(layoutDirection(), Qt::AlignTrailing | Qt::AlignVCenter) | Qt::AlignAbsolute), keys);
}

void QuickSearch::setSession(Session *session)
{
    disconnect(m_news);
    m_session = session;
    setEnabled(session || m_menus);
    clear();
    m_found->clear();
    m_idle->stop();
    if (!session || session->isReadOnly())
        return;
    m_idle->start();
    m_news = connect(session, &Session::changed, m_idle, qOverload<>(&QTimer::start));
}

void QuickSearch::setCommands(QMenuBar *menus)
{
    m_menus = menus;
    setEnabled(m_session || menus);
}

void QuickSearch::indexSome()
{
    const auto left = m_session->store().prepareSearch(recordsPerTurn);
    if (left && *left == 0)
        m_idle->stop(); // Until something changes.
}

void QuickSearch::offer()
{
    m_found->clear();
    m_offered.clear();
    m_commands.clear();
    const QString wanted = text().trimmed();
    if (wanted.isEmpty())
        return;
    if (m_session) {
        offerNamed(wanted);
        offerTexts(text());
    }
    offerCommands(wanted);
    if (m_found->rowCount() == 0)
        return;
    // The texts need more room than the field; the list grows into the window, and leaves the ring of the field free.
    QRect place = rect().adjusted(0, 0, 0, ringRoom);
    if (isRightToLeft())
        place.setRight(std::max(place.right(), place.left() + listWidth));
    else
        place.setLeft(std::min(place.left(), place.right() - listWidth));
    m_completer->complete(place);
}

QStandardItem *QuickSearch::addRecord(Kind kind, const Record &record)
{
    const QString key = m_session->review().shownKey(record);
    const QString title = titleOf(kind, record).simplified();
    auto *item = new QStandardItem(key.isEmpty() || key == title ? title : u"%1  %2"_s.arg(key, title));
    item->setData(record.id.uuid, RecordRole);
    item->setData(kindWord(kind), SearchDelegate::CornerRole);
    m_found->appendRow(item);
    m_offered.insert(record.id);
    return item;
}

/// Records by their key or title: what a person types who knows what it is called.
void QuickSearch::offerNamed(const QString &wanted)
{
    const Review &review = m_session->review();
    for (const Kind kind : allKinds()) {
        for (const Record *record : review.list(kind)) {
            if (m_found->rowCount() >= mostNamed)
                return;
            const QString key = review.shownKey(*record);
            if (!key.isEmpty() && (key.startsWith(wanted, Qt::CaseInsensitive)
                                   || titleOf(kind, *record).contains(wanted, Qt::CaseInsensitive)))
                addRecord(kind, *record);
        }
    }
}

void QuickSearch::offerTexts(const QString &wanted)
{
    const auto hits = m_session->store().search(wanted, mostOffered);
    if (!hits)
        return; // The records by name are there all the same.
    for (const SearchHit &hit : *hits) {
        const Record *record = m_session->review().find(hit.record);
        if (!record || m_offered.contains(hit.record) || m_found->rowCount() >= mostOffered)
            continue;
        QStandardItem *item = addRecord(hit.kind, *record);
        if (hit.excerpt.simplified() == titleOf(hit.kind, *record).simplified())
            continue; // It stands above already.
        item->setData(hit.excerpt, SearchDelegate::ExcerptRole);
        item->setData(QVariant::fromValue(hit.marks), SearchDelegate::MarksRole);
        item->setData(tr("%1: %2", "record: excerpt").arg(item->text(), hit.excerpt), Qt::AccessibleTextRole);
    }
}

void QuickSearch::offerCommands(const QString &wanted)
{
    if (m_menus)
        offerCommandsOf(m_menus->actions(), {}, wanted.split(u' ', Qt::SkipEmptyParts));
}

void QuickSearch::offerCommandsOf(const QList<QAction *> &actions, const QString &path, const QStringList &words)
{
    for (QAction *action : actions) {
        const QString name = QString(action->text()).remove(u'&');
        const QString whole = path.isEmpty() ? name : tr("%1 › %2", "menu, command").arg(path, name);
        if (action->menu()) {
            offerCommandsOf(action->menu()->actions(), whole, words);
            continue;
        }
        const bool fits = std::all_of(words.begin(), words.end(), [&](const QString &word) {
            return name.contains(word, Qt::CaseInsensitive);
        });
        if (!fits || !action->isEnabled() || action->isSeparator() || m_commands.size() >= mostCommands)
            continue;
        auto *item = new QStandardItem(whole);
        item->setData(int(m_commands.size()), CommandRole);
        item->setData(action->shortcut().toString(QKeySequence::NativeText), SearchDelegate::CornerRole);
        m_commands += action;
        m_found->appendRow(item);
    }
}

void QuickSearch::take(const QModelIndex &index)
{
    const QVariant command = index.data(CommandRole);
    const QPointer<QAction> action = command.isValid() ? m_commands.value(command.toInt()) : nullptr;
    const RecordId record(index.data(RecordRole).toUuid());
    clear();
    if (action)
        action->trigger();
    else if (!record.isNull())
        emit recordChosen(record);
}

} // namespace plumbline
