#pragma once

#include "ui/widgets/severity.h"

#include <QList>
#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace plumbline {

/// The head of a page: its title, one grey sentence of counts, and at the far end a view switch and buttons.
class PageHeader : public QWidget
{
    Q_OBJECT

public:
    /// One part of the sentence, such as "14 incomplete"; coloured only when it needs attention.
    struct Count {
        QString text = {};
        Severity severity = Severity::None;
    };

    explicit PageHeader(const QString &title, QWidget *parent = nullptr);

    QString title() const;
    void setTitle(const QString &title);

    /// The parts of the sentence in order, parted by middle dots. Plain text: they are escaped here.
    void setCounts(const QList<Count> &counts);

    /// Puts @p widget at the far end, after what is there; it becomes owned by the header.
    void addAtEnd(QWidget *widget);

    /// Distance in pixels from both edges of the page to its text: 24 unless set (Overview 32, Timeline 16).
    void setPageMargin(int margin);

    /// Whether a hairline parts the header from the page; not unless set.
    void setLineVisible(bool visible);

    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    void setLook();

    QHBoxLayout *m_layout;
    QLabel *m_title;
    QLabel *m_sentence;
    QList<Count> m_counts;
    bool m_lineVisible = false;
};

} // namespace plumbline
