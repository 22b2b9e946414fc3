#include "core/domain/tree.h"

namespace plumbline {

QSet<RecordId> placesThatCloseACircle(const QHash<RecordId, RecordId> &parents,
                                      const std::function<bool(RecordId, RecordId)> &isBefore)
{
    QSet<RecordId> cut;
    QSet<RecordId> done; // Known to lead to the top or into a circle that was cut.
    for (auto record = parents.keyBegin(); record != parents.keyEnd(); ++record) {
        QList<RecordId> way;
        QSet<RecordId> onWay;
        RecordId here = *record;
        while (parents.contains(here) && !done.contains(here) && !onWay.contains(here)) {
            way += here;
            onWay.insert(here);
            here = parents.value(here);
        }
        if (onWay.contains(here)) {
            RecordId last = here;
            for (qsizetype i = way.indexOf(here); i < way.size(); ++i) {
                if (isBefore(last, way.at(i)))
                    last = way.at(i);
            }
            cut.insert(last);
        }
        done.unite(onWay);
    }
    return cut;
}

} // namespace plumbline
