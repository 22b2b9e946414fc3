#pragma once

#include "ui/render/theme.h"
#include "ui/widgets/apptheme.h"

#include <QLabel>

namespace plumbline {

/// A label in second text or another colour of the theme, which follows a change of theme or font.
class QuietLabel : public QLabel
{
    Q_OBJECT

public:
    explicit QuietLabel(QWidget *parent = nullptr);
    explicit QuietLabel(const QString &text, QWidget *parent = nullptr);

    /// The colour @p token of the current theme; ink2 unless set.
    void setToken(QColor Theme::*token);

    /// Size and weight of the text; Body unless set.
    void setType(Type type, bool inBold = false);

    /// The side of the label its text lies at, by the direction of the window: a text in another direction runs in its own
    /// and lies at the same side as the others.
    void setAlignment(Qt::Alignment alignment);

protected:
    bool event(QEvent *event) override;

private:
    void applyLook();

    QColor Theme::*m_token = &Theme::ink2;
    Type m_type = Type::Body;
    bool m_bold = false;
    Qt::Alignment m_alignment = Qt::AlignLeading | Qt::AlignVCenter;
};

} // namespace plumbline
