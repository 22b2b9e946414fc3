#pragma once

#include "ui/widgets/severity.h"

#include <QMetaType>
#include <QWidget>

class QPainter;

namespace plumbline {

/// What a chip says about a state: its words and its meaning. A chip is never a button, and counts are no
/// chips.
struct ChipText {
    enum class Tone { Plain, Accent, Good, Warning, Error };

    QString text = {};
    Tone tone = Tone::Plain;
    QString icon = {}; ///< Empty: that of the tone. A plain chip has none unless it is named here.

    friend bool operator==(const ChipText &, const ChipText &) = default;
};

/// A state in a small frame, such as "Agreed" or "Objection".
class Chip : public QWidget
{
    Q_OBJECT

public:
    explicit Chip(const ChipText &text, QWidget *parent = nullptr);

    const ChipText &text() const { return m_text; }
    void setText(const ChipText &text);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

    /// Size in pixels of the chip in the caption font, for delegates.
    static QSize sizeOf(const ChipText &text);

    /// Draws the chip at the start of @p rect, in the middle of its height, elided to its width.
    ///
    /// Answers the width it took, so that a delegate can go on beside it.
    static int paint(QPainter *painter, const QRect &rect, const ChipText &text,
                     Qt::LayoutDirection direction);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ChipText m_text;
};

} // namespace plumbline

Q_DECLARE_METATYPE(plumbline::ChipText)
