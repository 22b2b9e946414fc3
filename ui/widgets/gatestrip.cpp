#include "ui/widgets/gatestrip.h"

#include "ui/widgets/apptheme.h"

#include <QEvent>
#include <QFontMetrics>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace Qt::StringLiterals;

namespace plumbline {

namespace {

constexpr int textGap = 12;  // From the middle of a gate to the words of the stage it opens.
constexpr int stageGap = 20; // Least room between the words of two stages.
constexpr double diamond = 8;
constexpr double halo = 2;

QFont titleFont(const GateStage &stage)
{
    return stage.state == GateStage::State::Current ? bold(typeFont(Type::Body)) : typeFont(Type::Body);
}

/// Colour of a stage's line and of the gate at its end.
QColor stageColor(GateStage::State state)
{
    const Theme &theme = Theme::current();
    switch (state) {
    case GateStage::State::Done:
        return theme.laneFull;
    case GateStage::State::Current:
        return theme.accent;
    case GateStage::State::Future:
        break;
    }
    return theme.line2;
}

QString stateWord(GateStage::State state)
{
    switch (state) {
    case GateStage::State::Done:
        return GateStrip::tr("done");
    case GateStage::State::Current:
        return GateStrip::tr("current");
    case GateStage::State::Future:
        break;
    }
    return GateStrip::tr("to come");
}

QString sentenceOf(const GateStage &stage)
{
    QStringList words{stateWord(stage.state)};
    for (const GateStage::Line &line : stage.lines)
        words.append(line.text);
    return GateStrip::tr("%1: %2.", "stage of a review: what is to be said about it")
        .arg(stage.title, words.join(u", "_s));
}

QPainterPath diamondAt(const QPointF &middle, double reach)
{
    QPainterPath path;
    path.addPolygon(QPolygonF{middle + QPointF(0, -reach), middle + QPointF(reach, 0),
                              middle + QPointF(0, reach), middle + QPointF(-reach, 0),
                              middle + QPointF(0, -reach)});
    return path;
}

/// Stripes of 45 degrees in a frame, over the line of a stage that rested.
void paintSuspension(QPainter *painter, const QRectF &rect)
{
    const Theme &theme = Theme::current();
    painter->save();
    painter->setClipRect(rect);
    painter->fillRect(rect, theme.base);
    painter->setPen(QPen(theme.line2, 2));
    for (double x = rect.left() - rect.height(); x < rect.right(); x += 7)
        painter->drawLine(QPointF(x, rect.bottom()), QPointF(x + rect.height(), rect.top()));
    painter->restore();
    painter->setPen(QPen(theme.line2, 1));
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5));
}

} // namespace

GateStrip::GateStrip(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Stages of the review"));
}

void GateStrip::setStages(const QList<GateStage> &stages)
{
    m_stages = stages;
    QStringList sentences;
    for (const GateStage &stage : stages)
        sentences.append(sentenceOf(stage));
    setAccessibleDescription(sentences.join(u' '));
    updateGeometry();
    update();
}

QSize GateStrip::sizeHint() const
{
    int width = 0;
    qsizetype lines = 0;
    for (const GateStage &stage : m_stages) {
        width += textWidth(stage);
        lines = std::max(lines, stage.lines.size());
    }
    const int caption = QFontMetrics(typeFont(Type::Caption)).lineSpacing();
    const int body = QFontMetrics(typeFont(Type::Body)).lineSpacing();
    return {width, int(lineHeightAt() + diamond) + 5 + body + int(lines) * caption + 2};
}

QSize GateStrip::minimumSizeHint() const
{
    return {64 * int(m_stages.size()), sizeHint().height()};
}

bool GateStrip::event(QEvent *event)
{
    const bool handled = QWidget::event(event);
    if (changesLook(*event))
        updateGeometry();
    return handled;
}

int GateStrip::textWidth(const GateStage &stage) const
{
    int width = QFontMetrics(titleFont(stage)).horizontalAdvance(stage.title);
    const QFontMetrics caption(typeFont(Type::Caption));
    for (const GateStage::Line &line : stage.lines)
        width = std::max(width, caption.horizontalAdvance(line.text));
    return textGap + width + stageGap;
}

/// Where each stage starts, and the end of the last: every stage has room for its words as long as there is
/// any.
QList<double> GateStrip::edges() const
{
    const double needed =
        std::accumulate(m_stages.begin(), m_stages.end(), 0.0,
                        [this](double sum, const GateStage &s) { return sum + textWidth(s); });
    const double shares = std::accumulate(m_stages.begin(), m_stages.end(), 0.0,
                                          [](double sum, const GateStage &s) { return sum + s.share; });
    const double spare = std::max(0.0, width() - needed);
    const double squeeze = needed > width() ? width() / needed : 1;
    QList<double> result{0};
    for (const GateStage &stage : m_stages) {
        const double extra = shares > 0 ? spare * stage.share / shares : 0;
        result.append(result.last() + textWidth(stage) * squeeze + extra);
    }
    return result;
}

/// The y of the middle of the line, below the names of the gates.
double GateStrip::lineHeightAt() const
{
    return QFontMetrics(typeFont(Type::Caption)).lineSpacing() + 4 + diamond;
}

void GateStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QList<double> at = edges();
    for (int i = 0; i < m_stages.size(); ++i)
        paintStage(&painter, m_stages.at(i), at.at(i), at.at(i + 1));
    for (int i = 0; i < m_stages.size(); ++i) {
        if (!m_stages.at(i).gate.isEmpty())
            paintGate(&painter, m_stages.at(i), at.at(i + 1));
        paintWords(&painter, m_stages.at(i), at.at(i), at.at(i + 1), i == 0);
    }
}

void GateStrip::paintStage(QPainter *painter, const GateStage &stage, double from, double to) const
{
    const double thickness = stage.state == GateStage::State::Future ? 2 : 6;
    const auto bar = [&](double start, double end, double height) {
        const double x = isRightToLeft() ? width() - end : start;
        return QRectF(std::round(x), lineHeightAt() - height / 2, std::round(end - start), height);
    };
    painter->fillRect(bar(from, to, thickness), stageColor(stage.state));
    const GateStage::Suspension &rest = stage.suspension;
    if (rest.to > rest.from) {
        // Kept clear of the gates at both ends.
        const double start = from + diamond + 4;
        const double length = to - from - 2 * (diamond + 4);
        paintSuspension(painter, bar(start + rest.from * length, start + rest.to * length, 10));
    }
}

void GateStrip::paintGate(QPainter *painter, const GateStage &stage, double at) const
{
    const Theme &theme = Theme::current();
    const QColor color = stageColor(stage.state);
    const QPointF middle(std::round(isRightToLeft() ? width() - at : at), lineHeightAt());
    painter->fillPath(diamondAt(middle, diamond + halo + 1), palette().brush(backgroundRole()));
    if (stage.state == GateStage::State::Done) {
        painter->fillPath(diamondAt(middle, diamond + 0.5), color);
        painter->setPen(QPen(theme.base, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter->drawPolyline(
            QPolygonF{middle + QPointF(-3, 0.2), middle + QPointF(-0.8, 2.4), middle + QPointF(3, -1.8)});
    } else {
        painter->setPen(QPen(color, 2, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        painter->setBrush(theme.base);
        painter->drawPath(diamondAt(middle, diamond - 0.75));
    }
    const bool next = stage.state == GateStage::State::Current;
    painter->setFont(next ? bold(typeFont(Type::Caption)) : typeFont(Type::Caption));
    painter->setPen(next ? theme.ink : theme.ink2);
    const QRectF label(middle.x() - 100, 0, 200, painter->fontMetrics().lineSpacing());
    painter->drawText(label, Qt::AlignCenter, stage.gate);
}

void GateStrip::paintWords(QPainter *painter, const GateStage &stage, double from, double to,
                           bool first) const
{
    const Theme &theme = Theme::current();
    const double start = first ? from : from + textGap;
    const double room = to - start - 4;
    const double x = isRightToLeft() ? width() - start - room : start;
    double y = lineHeightAt() + diamond + 5;
    const auto write = [&](const QFont &font, const QColor &color, const QString &text) {
        painter->setFont(font);
        painter->setPen(color);
        const QFontMetrics metrics(font);
        const Qt::Alignment side = isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft;
        painter->drawText(QRectF(x, y, room, metrics.lineSpacing()),
                          int(side | Qt::AlignVCenter | Qt::AlignAbsolute),
                          metrics.elidedText(text, Qt::ElideRight, int(room)));
        y += metrics.lineSpacing();
    };
    write(titleFont(stage), stage.state == GateStage::State::Future ? theme.ink2 : theme.ink, stage.title);
    for (const GateStage::Line &line : stage.lines)
        write(typeFont(Type::Caption), severityText(line.severity), line.text);
}

} // namespace plumbline
