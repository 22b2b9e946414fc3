#include "core/store/mergerule.h"

#include "core/base/textmerge.h"
#include "core/domain/changeset.h"

#include <algorithm>

namespace plumbline {

namespace {

/// The operations of one register as a graph: who builds on whom.
class Ancestry
{
public:
    explicit Ancestry(const std::vector<StoredOperation> &operations)
    {
        for (const StoredOperation &operation : operations)
            m_operations.insert(operation.self, &operation);
    }

    /// The operation itself and everything it builds on, as far as it is here.
    QSet<OperationRef> of(const OperationRef &start) const
    {
        QSet<OperationRef> found;
        QList<OperationRef> open{start};
        while (!open.isEmpty()) {
            const OperationRef next = open.takeLast();
            const StoredOperation *operation = m_operations.value(next);
            if (!operation || found.contains(next))
                continue;
            found.insert(next);
            open += operation->refs;
        }
        return found;
    }

    /// Those of @p set on which no other of the set builds, in order.
    QList<OperationRef> maximal(const QSet<OperationRef> &set) const
    {
        QSet<OperationRef> below;
        for (const OperationRef &member : set) {
            for (const OperationRef &ref : m_operations.value(member)->refs)
                below.insert(ref);
        }
        std::vector<const StoredOperation *> top;
        for (const OperationRef &member : set) {
            if (!below.contains(member))
                top.push_back(m_operations.value(member));
        }
        std::sort(top.begin(), top.end(), [](const auto *a, const auto *b) { return *a < *b; });
        QList<OperationRef> refs;
        for (const StoredOperation *operation : top)
            refs += operation->self;
        return refs;
    }

    const StoredOperation *operation(const OperationRef &ref) const { return m_operations.value(ref); }

    /// The text several operations make together; several ancestors are merged first, four levels deep at
    /// most.
    TextMerge merged(const QList<OperationRef> &tips, int depth, QString *base) const
    {
        if (tips.isEmpty())
            return {QString(), true};
        TextMerge result{operation(tips.first())->value.toText(), true};
        QSet<OperationRef> past = of(tips.first());
        for (qsizetype i = 1; i < tips.size(); ++i) {
            const QSet<OperationRef> other = of(tips.at(i));
            const QList<OperationRef> common = maximal(QSet<OperationRef>(past).intersect(other));
            const TextMerge ground = depth > 0 ? merged(common, depth - 1, nullptr) : TextMerge{};
            const TextMerge step =
                mergeTexts(ground.proposal, result.proposal, operation(tips.at(i))->value.toText());
            result = {step.proposal, result.clean && ground.clean && step.clean};
            if (base)
                *base = ground.proposal;
            past.unite(other);
        }
        return result;
    }

private:
    QHash<OperationRef, const StoredOperation *> m_operations;
};

/// One head per different value, in order.
QList<StoredOperation> distinctValues(const std::vector<StoredOperation> &heads)
{
    QList<StoredOperation> distinct;
    for (const StoredOperation &head : heads) {
        const bool known = std::any_of(distinct.begin(), distinct.end(), [&](const StoredOperation &other) {
            return other.value == head.value;
        });
        if (!known)
            distinct += head;
    }
    return distinct;
}

void takeAll(const std::vector<StoredOperation> &heads, QSet<OperationRef> &refs)
{
    for (const StoredOperation &head : heads)
        refs.insert(head.self);
}

void askAPerson(const std::vector<StoredOperation> &heads, const RegisterHistory &history, ShownValue &shown)
{
    shown.conflict = true;
    shown.value = shown.distinct.first().value;
    for (const StoredOperation &head : heads) {
        if (head.value == shown.value)
            shown.madeFrom.insert(head.self);
    }
    const std::vector<StoredOperation> operations = history();
    const Ancestry ancestry(operations);
    QSet<OperationRef> common = ancestry.of(shown.distinct.first().self);
    for (const StoredOperation &head : std::as_const(shown.distinct))
        common.intersect(ancestry.of(head.self));
    if (const QList<OperationRef> top = ancestry.maximal(common); !top.isEmpty())
        shown.base = ancestry.operation(top.last())->value;
}

/// True when one transaction wrote several of the values: an undo brought a conflict back. What they build on
/// is then the value that settled it, which would make a merge take the side that was not chosen.
bool isBroughtBack(const std::vector<StoredOperation> &heads)
{
    for (size_t i = 1; i < heads.size(); ++i) {
        for (size_t j = 0; j < i; ++j) {
            if (heads[i].self.h == heads[j].self.h && !(heads[i].value == heads[j].value))
                return true;
        }
    }
    return false;
}

void mergeText(const std::vector<StoredOperation> &heads, const RegisterHistory &history, ShownValue &shown)
{
    const bool onlyText = std::all_of(heads.begin(), heads.end(), [](const StoredOperation &head) {
        return head.value.isText() || head.value.isNull();
    });
    if (!onlyText)
        return askAPerson(heads, history, shown);
    const std::vector<StoredOperation> operations = history();
    const Ancestry ancestry(operations);
    QList<OperationRef> tips;
    for (const StoredOperation &head : std::as_const(shown.distinct)) {
        if (!ancestry.operation(head.self))
            return askAPerson(heads, history, shown); // The rows of a damaged file contradict each other.
        tips += head.self;
    }
    QString base;
    const TextMerge merge = ancestry.merged(tips, 4, &base);
    if (merge.clean && !isBroughtBack(heads)) {
        shown.merged = true;
        shown.value = merge.proposal.isEmpty() ? Value() : Value(merge.proposal);
        takeAll(heads, shown.madeFrom);
        return;
    }
    askAPerson(heads, history, shown);
    shown.base = base.isEmpty() ? Value() : Value(base);
    shown.proposal = Value(merge.proposal);
}

} // namespace

ShownValue shownValue(const std::vector<StoredOperation> &heads, MergePolicy policy,
                      const RegisterHistory &history)
{
    ShownValue shown;
    if (heads.empty())
        return shown;
    shown.distinct = distinctValues(heads);
    const bool settled = shown.distinct.size() == 1;
    if (settled || policy == MergePolicy::First || policy == MergePolicy::LastWriterWins) {
        takeAll(heads, shown.madeFrom);
        shown.value = heads.front().value;
        if (policy == MergePolicy::LastWriterWins) {
            for (const StoredOperation &head : heads) {
                const bool rekey = head.cause == int(Cause::Rekey);
                const bool allRekey =
                    std::all_of(heads.begin(), heads.end(), [](const StoredOperation &other) {
                        return other.cause == int(Cause::Rekey);
                    });
                if (!rekey || allRekey)
                    shown.value = head.value;
            }
        }
        shown.distinct = shown.distinct.mid(0, 1);
    } else if (policy == MergePolicy::Text3) {
        mergeText(heads, history, shown);
    } else {
        askAPerson(heads, history, shown);
    }
    return shown;
}

static QString lifeWord(const StoredOperation &head)
{
    return head.value.array().value(0).toText();
}

Life lifeOf(const std::vector<StoredOperation> &lifeHeads,
            const QHash<QByteArray, std::vector<StoredOperation>> &headsByField,
            const std::function<QSet<OperationRef>(const QSet<QByteArray> &)> &witnessed)
{
    QSet<QByteArray> groups;
    for (const StoredOperation &head : lifeHeads) {
        if (lifeWord(head) == QLatin1String("alive"))
            return Life::Alive;
        groups.insert(head.group);
    }
    if (lifeHeads.empty())
        return Life::Deleted; // Its creation is not here yet: nothing to show.
    const QSet<OperationRef> seen = witnessed(groups);
    for (auto field = headsByField.cbegin(); field != headsByField.cend(); ++field) {
        if (isMinorField(field.key()) || field.key().endsWith(".life"))
            continue;
        for (const StoredOperation &head : field.value()) {
            if (!seen.contains(head.self))
                return Life::DeletedWhileEdited;
        }
    }
    return Life::Deleted;
}

MergePolicy policyOf(const QByteArray &fullName)
{
    const qsizetype dot = fullName.indexOf('.');
    const QByteArray name = fullName.mid(dot + 1);
    if (const auto kind = kindNamed(fullName.left(std::max<qsizetype>(dot, 0)))) {
        if (const Field *field = describe(*kind).field(name))
            return field->policy;
    }
    return name.startsWith('~') ? MergePolicy::LastWriterWins : MergePolicy::Ask;
}

bool isMinorField(const QByteArray &fullName)
{
    return fullName.mid(fullName.indexOf('.') + 1).startsWith('~');
}

} // namespace plumbline
