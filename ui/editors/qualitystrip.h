#pragma once

#include "core/checks/demands.h"
#include "ui/widgets/severity.h"

#include <QHash>
#include <QWidget>

class QLabel;

namespace plumbline {

class DemandRow;
class LineField;
class LinkButton;
class QuietLabel;

/// The six demands beside the text of a recommendation: sign, name, the sentence that caused it, and a way to
/// answer "leave it, because ...". Advice: it never blocks typing.
class QualityStrip : public QWidget
{
    Q_OBJECT

public:
    explicit QualityStrip(QWidget *parent = nullptr);

    /// Shows how the demands are met, and which of them somebody chose to leave, with the reason.
    void setJudgements(const QList<Judgement> &judgements, const QHash<Demand, QString> &left);
    const QList<Judgement> &judgements() const { return m_judgements; }
    void setReadOnly(bool readOnly);

signals:
    /// The user leaves a demand unmet and said why.
    void leftBecause(plumbline::Demand demand, const QString &reason);

private:
    QList<Judgement> m_judgements;
    QList<DemandRow *> m_rows;
};

/// One demand in the strip.
class DemandRow : public QWidget
{
    Q_OBJECT

public:
    explicit DemandRow(QWidget *parent = nullptr);

    /// @p reason is why it was left unmet; empty when it was not.
    void show(const Judgement &judgement, const QString &reason);
    void setReadOnly(bool readOnly);

signals:
    void leftBecause(const QString &reason);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void setLook();
    void ask(bool asking);

    Severity m_severity = Severity::None;
    bool m_readOnly = false;
    bool m_left = false;
    QLabel *m_sign;
    QuietLabel *m_name;
    QuietLabel *m_sentence;
    LinkButton *m_leave;
    LineField *m_reason;
};

} // namespace plumbline
