#pragma once

#include "core/report/document.h"
#include "ui/render/pageflow.h"
#include "ui/render/pagetext.h"

namespace plumbline {

/// Turns the blocks of a report into strips for a page of one geometry. Charts, page breaks and contents
/// lists are the page layout's business and give none here.
class BlockSetter
{
public:
    BlockSetter(const TextSetter &setter, const PageGeometry &geometry);

    QList<Strip> strips(const report::Block &block) const;
    /// The heading of a section; the page layout adds anchors and outline.
    QList<Strip> heading(int level, const QString &number, const QString &title) const;

private:
    QList<Strip> operator()(const report::Heading &heading) const;
    QList<Strip> operator()(const report::Paragraph &paragraph) const;
    QList<Strip> operator()(const report::LabelledField &field) const;
    QList<Strip> operator()(const report::Table &table) const;
    QList<Strip> operator()(const report::KeyList &list) const;
    QList<Strip> operator()(const report::RecommendationBlock &block) const;
    QList<Strip> operator()(const report::FindingBlock &block) const;
    QList<Strip> record(const report::RecordBlock &block, bool recommendation) const;
    Strip recordTitle(const report::RecordBlock &block, bool recommendation) const;
    Strip chips(const report::RecordBlock &block) const;
    QList<Strip> recordText(const report::RecordBlock &block, bool recommendation) const;
    QList<Strip> lines(const SetText &text, double x, double before) const;
    QList<Strip> labelled(const SetText &label, const SetText &text, double before) const;

    const TextSetter &m_setter; // Not owned, outlives this.
    PageGeometry m_page;
};

} // namespace plumbline
