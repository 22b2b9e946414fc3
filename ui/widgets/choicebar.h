#pragma once

#include <QWidget>

class QButtonGroup;
class QHBoxLayout;

namespace plumbline {

/// A few choices side by side in one frame, of which one is pressed: the views of a page, or Direct and
/// Policy.
class ChoiceBar : public QWidget
{
    Q_OBJECT

public:
    explicit ChoiceBar(QWidget *parent = nullptr);

    /// Adds a choice at the end; the first one added is current. @p iconName may be empty.
    void addChoice(const QString &id, const QString &text, const QString &iconName = {});

    QString current() const;

    /// Presses the choice without emitting chosen(). Unknown ids are passed over.
    void setCurrent(const QString &id);

signals:
    /// A person pressed another choice.
    void chosen(const QString &id);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QHBoxLayout *m_layout;
    QButtonGroup *m_group;
};

} // namespace plumbline
