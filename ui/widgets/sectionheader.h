#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace plumbline {

class LinkButton;

/// The head of a section: a bold heading on a strong line, with a count and one link at the far end.
class SectionHeader : public QWidget
{
    Q_OBJECT

public:
    enum class Place {
        Page,     ///< Heading of section size on the line.
        Inspector ///< Heading of body size without a line, as the inspector parts its sections itself.
    };

    explicit SectionHeader(const QString &title, QWidget *parent = nullptr);
    SectionHeader(const QString &title, Place place, QWidget *parent = nullptr);

    QString title() const;
    void setTitle(const QString &title);

    /// Second text at the far end, such as "14 Jan 2019, in 67 days" or "2, 1 open"; empty hides it.
    void setCount(const QString &count);

    /// Text of the link at the far end, which emits actionTriggered(); empty hides it.
    void setAction(const QString &text);

    /// Puts @p widget (an icon) before the heading; it becomes owned by the header.
    void addBeforeTitle(QWidget *widget);

    /// Puts @p widget (a chip) right after the heading; it becomes owned by the header.
    void addBesideTitle(QWidget *widget);

    /// Puts @p widget at the far end, after what is there; it becomes owned by the header.
    void addAtEnd(QWidget *widget);

signals:
    void actionTriggered();

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    void setFonts();

    Place m_place;
    QHBoxLayout *m_layout;
    QLabel *m_title;
    QLabel *m_count;
    LinkButton *m_action;
    int m_besideTitle = 1; // Where the next widget beside the title goes in the layout.
};

} // namespace plumbline
