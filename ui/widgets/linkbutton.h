#pragma once

#include <QPushButton>

namespace plumbline {

/// A button that reads as a link within a line of text: "Show 14", "Leave it, because ...".
class LinkButton : public QPushButton
{
    Q_OBJECT

public:
    explicit LinkButton(const QString &text = {}, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace plumbline
