#pragma once

#include "core/checks/demands.h"
#include "ui/editors/recordview.h"

#include <QHash>
#include <QTimer>

namespace plumbline {

class ConsensusSection;
class LinkButton;
class PartsEditor;
class QualityStrip;
class TextEditor;

/// The editor of one recommendation: title and text first, beside the text the six demands, then everything
/// else in the order in which it is written.
class RecommendationEditor : public RecordView
{
    Q_OBJECT

public:
    explicit RecommendationEditor(Session &session, QWidget *parent = nullptr);

    void setRecord(RecordId recommendation) override;
    QualityStrip *qualityStrip() const { return m_strip; }
    ConsensusSection *consensus() const { return m_consensus; }
    /// Puts a section between the fields and the level of consensus, after those added before.
    void addSection(QWidget *section);

protected:
    QStringList headWords(const Record &record) const override;
    void follow() override;

private:
    void build();
    void connectParts();
    void add(QWidget *widget);
    void add(QLayout *layout);
    void addText();
    void addPlacing();
    void addMetric();
    void addRow(const QList<QByteArray> &fields);
    void updateMetric();
    void judgeTyped();
    QHash<Demand, QString> leftDemands() const;
    void leaveDemand(Demand demand, const QString &reason);
    const Recommendation *recommendation() const;

    TextEditor *m_text = nullptr;
    QualityStrip *m_strip;
    PartsEditor *m_metric = nullptr;
    LinkButton *m_defer;
    bool m_deferring = false; // The user asked for the reason to defer the metric.
    QVBoxLayout *m_sections = nullptr;
    ConsensusSection *m_consensus;
    QTimer m_judging;
};

} // namespace plumbline
