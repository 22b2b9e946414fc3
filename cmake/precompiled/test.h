// What every test without a screen reads; see cmake/PlumblineTargets.cmake.
#pragma once

#include "cmake/precompiled/core.h"

#include <QTemporaryDir>
#include <QTest>
