#include "ui/pages/startpage.h"

#include "ui/widgets/apptheme.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/linkbutton.h"
#include "ui/widgets/quietlabel.h"
#include "ui/widgets/rowpainting.h"
#include "ui/widgets/sectionheader.h"

#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QStyle>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace plumbline {

namespace {

constexpr int columnWidth = 600;
constexpr int lineBeside = 60; ///< From the plumb line to the words.
constexpr int signSize = 20;
constexpr int mostRecent = 6;

/// A path as people know it: with ~ for their home, where the system has that habit.
QString shownFolder(const QString &path)
{
    const QString folder = QFileInfo(path).absolutePath();
    const QString home = QDir::homePath();
    return QDir::toNativeSeparators(folder.startsWith(home) ? u"~"_s + folder.mid(home.size()) : folder);
}

/// The line and its bob, from the top of the page to beside the choices. Source: principle 5 of the look.
void paintPlumbLine(QPainter *painter, double x, double end)
{
    const Theme &theme = Theme::current();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->fillRect(QRectF(x - 1, 0, 2, end - 64), theme.ink);
    painter->fillRect(QRectF(x - 8, end - 64, 16, 8), theme.ink);
    QPainterPath bob;
    bob.addPolygon(QPolygonF{QPointF(x - 14, end - 56), QPointF(x + 14, end - 56), QPointF(x, end),
                             QPointF(x - 14, end - 56)});
    painter->fillPath(bob, theme.accent);
    QPainterPath shade;
    shade.addPolygon(QPolygonF{QPointF(x - 14, end - 56), QPointF(x, end - 56), QPointF(x, end),
                               QPointF(x - 14, end - 56)});
    painter->setOpacity(0.18);
    painter->fillPath(shade, theme.ink);
    painter->setOpacity(1);
}

} // namespace

StartChoice::StartChoice(const QString &iconName, const QString &title, const QString &sentence, QWidget *parent)
    : QAbstractButton(parent), m_iconName(iconName), m_sentence(sentence)
{
    setText(title);
    setAccessibleName(title);
    setAccessibleDescription(sentence);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSize StartChoice::sizeHint() const
{
    const int title = QFontMetrics(bold(typeFont(Type::Reading))).lineSpacing();
    const int sentence = QFontMetrics(typeFont(Type::Body)).lineSpacing();
    return {columnWidth, title + sentence + 28};
}

void StartChoice::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (hasFocus()) {
        painter.setPen(QPen(theme.accent, 2));
        painter.setBrush(theme.sel);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
    } else {
        painter.fillRect(rect(), underMouse() ? theme.hover : theme.base);
        painter.fillRect(0, height() - 1, width(), 1, theme.line);
    }
    const Qt::LayoutDirection direction = layoutDirection();
    const auto put = [&](const QString &name, const QColor &color, const QRect &place) {
        painter.drawPixmap(QStyle::alignedRect(direction, Qt::AlignCenter, {signSize, signSize}, place),
                           iconPixmap(name, signSize, color, devicePixelRatioF()));
    };
    const int titleHeight = QFontMetrics(bold(typeFont(Type::Reading))).lineSpacing();
    QRect line(0, 11, width(), titleHeight);
    put(m_iconName, theme.accent, placed(direction, line, 16, signSize));
    put(u"right"_s, theme.ink2, placed(direction, rect(), width() - 34, signSize));
    const int room = width() - 52 - 44;
    painter.setFont(bold(typeFont(Type::Reading)));
    painter.setPen(theme.ink);
    paintElided(&painter, placed(direction, line, 52, room), text(), direction);
    painter.setFont(typeFont(Type::Body));
    painter.setPen(theme.ink2);
    line.translate(0, titleHeight + 2);
    paintElided(&painter, placed(direction, line, 52, room), m_sentence, direction);
}

void StartChoice::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        click();
        break;
    case Qt::Key_Down:
        focusNextChild();
        break;
    case Qt::Key_Up:
        focusPreviousChild();
        break;
    default:
        QAbstractButton::keyPressEvent(event);
    }
}

StartPage::StartPage(QWidget *parent) : QWidget(parent), m_column(new QWidget(this)), m_recent(new QWidget(this))
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto *column = new QVBoxLayout(m_column);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_name = new QuietLabel(u"Plumbline"_s, m_column); // A name, so not translated.
    m_name->setType(Type::Start);
    m_name->setToken(&Theme::ink);
    column->addWidget(m_name);
    for (const QString &sentence : {tr("Plan, write and answer an expert review."),
                                    tr("Everything stays on this computer until you send it.")}) {
        auto *label = new QuietLabel(sentence, m_column);
        label->setType(Type::Reading);
        column->addWidget(label);
    }
    column->addSpacing(32);
    m_first = addChoice(column, u"compass"_s, tr("Open the example review"),
                        tr("A finished review with every page filled in. Change what you like; it is a copy."));
    auto *fresh = addChoice(column, u"plus"_s, tr("New review…"),
                            tr("Name it and choose its rules. Everything else can wait."));
    auto *open = addChoice(column, u"open"_s, tr("Open…"), tr("A review (.plumb) or a publication (.plumbx) on this computer."));
    auto *join = addChoice(column, u"inbox"_s, tr("Join a review…"),
                           tr("Someone sent you a .plumbx file. Make a review of your own from it."));
    connect(m_first, &StartChoice::clicked, this, &StartPage::exampleRequested);
    connect(fresh, &StartChoice::clicked, this, &StartPage::newRequested);
    connect(open, &StartChoice::clicked, this, &StartPage::openRequested);
    connect(join, &StartChoice::clicked, this, &StartPage::joinRequested);

    auto *recent = new QVBoxLayout(m_recent);
    recent->setContentsMargins(0, 24, 0, 0);
    recent->setSpacing(4);
    recent->addWidget(new SectionHeader(tr("Opened last"), m_recent));
    m_recentRows = new QVBoxLayout;
    m_recentRows->setSpacing(2);
    recent->addLayout(m_recentRows);
    column->addWidget(m_recent);
    m_recent->hide();

    auto *row = new QHBoxLayout;
    row->addStretch(5);
    row->addSpacing(lineBeside);
    row->addWidget(m_column);
    row->addStretch(4);
    auto *all = new QVBoxLayout(this);
    all->addStretch(2);
    all->addLayout(row);
    all->addStretch(5);
    setLook();
}

StartChoice *StartPage::addChoice(QVBoxLayout *column, const QString &iconName, const QString &title,
                                  const QString &sentence)
{
    auto *choice = new StartChoice(iconName, title, sentence, m_column);
    column->addWidget(choice);
    return choice;
}

void StartPage::setRecentFiles(const QStringList &paths)
{
    while (QLayoutItem *item = m_recentRows->takeAt(0)) {
        // Later, because one of its links may be what was pressed.
        item->widget()->hide(); // Else it could be shown once more, as a window of its own.
        item->widget()->setParent(nullptr);
        item->widget()->deleteLater();
        delete item;
    }
    for (const QString &path : paths) {
        if (!QFileInfo::exists(path) || m_recentRows->count() >= mostRecent)
            continue;
        auto *row = new QWidget(m_recent);
        auto *line = new QHBoxLayout(row);
        line->setContentsMargins(0, 2, 0, 2);
        line->setSpacing(12);
        auto *file = new LinkButton(QFileInfo(path).completeBaseName().replace(u'&', u"&&"_s), row);
        file->setToolTip(QDir::toNativeSeparators(path));
        connect(file, &LinkButton::clicked, this, [this, path] { emit fileRequested(path); });
        auto *folder = new QuietLabel(shownFolder(path), row);
        folder->setType(Type::Caption);
        folder->setTextFormat(Qt::PlainText);
        folder->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        line->addWidget(file);
        line->addWidget(folder, 1);
        m_recentRows->addWidget(row);
    }
    m_recent->setVisible(m_recentRows->count() > 0);
}

void StartPage::setLook()
{
    const int width = columnWidth * QFontMetrics(typeFont(Type::Body)).lineSpacing() / 19;
    m_column->setMaximumWidth(width);
    m_column->setMinimumWidth(std::min(width, 420));
}

void StartPage::paintEvent(QPaintEvent *)
{
    const bool leftToRight = layoutDirection() == Qt::LeftToRight;
    const double x = leftToRight ? m_column->x() - lineBeside : m_column->geometry().right() + lineBeside;
    // The bob hangs beside the third choice, where the eye has arrived.
    const double end = m_column->y() + m_first->y() + 3.5 * m_first->height();
    QPainter painter(this);
    paintPlumbLine(&painter, x, end);
}

void StartPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_first->setFocus(Qt::OtherFocusReason);
}

bool StartPage::event(QEvent *event)
{
    const bool handled = QWidget::event(event);
    if (changesLook(*event))
        setLook();
    return handled;
}

} // namespace plumbline
