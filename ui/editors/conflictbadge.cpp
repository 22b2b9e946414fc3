#include "ui/editors/conflictbadge.h"

#include "ui/widgets/chip.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace plumbline {

static ChipText badgeText(const QString &text)
{
    return {text, ChipText::Tone::Warning, u"conflict"_s};
}

ConflictBadge::ConflictBadge(QWidget *parent) : QPushButton(parent)
{
    setFlat(true);
    setAutoDefault(false);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setToolTip(tr("Two people wrote different values here. Choose one of them."));
    hide();
}

void ConflictBadge::setValues(int count)
{
    setText(tr("%n value(s)", nullptr, count));
    setVisible(count > 1);
    updateGeometry();
}

QSize ConflictBadge::sizeHint() const
{
    return Chip::sizeOf(badgeText(text()));
}

void ConflictBadge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    Chip::paint(&painter, rect(), badgeText(text()), layoutDirection());
}

} // namespace plumbline
