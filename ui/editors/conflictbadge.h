#pragma once

#include <QPushButton>

namespace plumbline {

/// The amber badge of a field that holds several values nobody has chosen between; a click is to lead to
/// them.
class ConflictBadge : public QPushButton
{
    Q_OBJECT

public:
    explicit ConflictBadge(QWidget *parent = nullptr);

    /// How many values there are; the badge hides at less than two.
    void setValues(int count);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace plumbline
