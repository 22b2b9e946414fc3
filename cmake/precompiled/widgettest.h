// What every test of the window reads; see cmake/PlumblineTargets.cmake.
#pragma once

#include "cmake/precompiled/widgets.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
