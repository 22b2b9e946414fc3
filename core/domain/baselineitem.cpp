#include "core/domain/baselineitem.h"

#include "core/domain/baseline.h"

#include <QCoreApplication>

namespace plumbline {

KindDescription describeBaselineItem()
{
    return kindDescription<BaselineItem>(
        "baselineitem", QT_TRANSLATE_NOOP("Kind", "Baseline item"),
        QT_TRANSLATE_NOOP("Kind", "Baseline items"), "", "number",
        {
            field<&BaselineItem::baseline>("baseline", QT_TRANSLATE_NOOP("Field", "Baseline")),
            field<&BaselineItem::record>("record", QT_TRANSLATE_NOOP("Field", "Record")),
            field<&BaselineItem::number>("number", QT_TRANSLATE_NOOP("Field", "Number"))
                .withHelp(QT_TRANSLATE_NOOP("Field", "The display number, frozen.")),
            field<&BaselineItem::start>("start", QT_TRANSLATE_NOOP("Field", "Start")),
            field<&BaselineItem::target>("target", QT_TRANSLATE_NOOP("Field", "Target")),
            field<&BaselineItem::deadline>("deadline", QT_TRANSLATE_NOOP("Field", "Deadline")),
            field<&BaselineItem::hash>("hash", QT_TRANSLATE_NOOP("Field", "Material hash")),
        });
}

} // namespace plumbline
