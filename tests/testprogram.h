/// The tests of a room are one program: build/asan/tests/tst_core_store runs all of them, `tst_core_store deletes` one,
/// and what follows that name is for Qt Test (a function, -v2, -silent). One link and one start instead of thirty.
#pragma once

#include <QTest>

namespace testprogram {

/// Runs a test class; the words are Qt Test's own. Gives the number of functions that failed.
using Run = int (*)(int count, char **words);

/// Makes a test known to its program; `file` is tests/core/store/tst_deletes.cpp for the test `deletes`.
class Registered
{
public:
    Registered(const char *file, Run run);
};

/// A task this program does when another start of it is asked to by `words[1]`: the tests of what outlives a crash
/// need a process to kill. It gets the second word.
class Helper
{
public:
    using Task = int (*)(const QString &word);
    Helper(const char *name, Task task);
};

template<typename Test>
int run(int count, char **words)
{
    Test test;
    return QTest::qExec(&test, count, words);
}

} // namespace testprogram

/// Stands where QTEST_MAIN would.
#define PLUMBLINE_TEST(Class) static const testprogram::Registered registered{__FILE__, &testprogram::run<Class>};
