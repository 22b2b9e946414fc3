#pragma once

#include <QComboBox>
#include <QLineEdit>
#include <QUuid>

#include <functional>

namespace plumbline {

/// A line of text that can wear a red frame: because what was typed cannot be understood, or because it is
/// needed.
class LineField : public QLineEdit
{
    Q_OBJECT

public:
    explicit LineField(QWidget *parent = nullptr);

    /// A red frame, which stays until it is taken away.
    void setWrong(bool wrong);
    bool isWrong() const { return m_wrong; }
    /// A red frame while the field is empty and not being typed in, with the word "needed" in it.
    void setNeeded(bool needed);
    bool isNeeded() const { return m_needed; }

    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool showsNeed() const;

    bool m_wrong = false;
    bool m_needed = false;
};

/// A combo box that leaves the wheel to the page until it has the keyboard, and gives way when there is
/// little room.
class ComboField : public QComboBox
{
    Q_OBJECT

public:
    explicit ComboField(QWidget *parent = nullptr);

    /// Makes the item with @p data current and emits nothing; the first one when there is none.
    void showData(const QVariant &data);

protected:
    void wheelEvent(QWheelEvent *event) override;
};

/// A combo box of records to pick from, filled when somebody is about to look into it: there may be thousands.
class RecordPicker : public ComboField
{
    Q_OBJECT

public:
    /// @p invitation is the first item, which picks nothing: "Add a finding…".
    explicit RecordPicker(const QString &invitation, QWidget *parent = nullptr);

    using Fill = std::function<QList<std::pair<QString, QUuid>>()>;
    /// What may be picked; asked for anew each time.
    void setFill(const Fill &fill) { m_fill = fill; }
    /// Fills it now, as looking into it does.
    void fill();

    void showPopup() override;

signals:
    /// Somebody picked a record.
    void picked(const QUuid &record);

protected:
    void focusInEvent(QFocusEvent *event) override;

private:
    QString m_invitation;
    Fill m_fill;
};

/// Draws the red frame of a field that is wrong or needed, just inside @p rect.
void paintWrongFrame(QPainter *painter, const QRect &rect);

} // namespace plumbline
