# What every target of the project has in common: warnings, sanitizers, and one way to declare a room and a test.

add_library(plumbline_options INTERFACE)
add_library(Plumbline::Options ALIAS plumbline_options)
target_compile_options(plumbline_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow=local -Wnon-virtual-dtor -Woverloaded-virtual)
target_compile_definitions(plumbline_options INTERFACE QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_FOREACH
                                                       PLUMBLINE_VERSION="${PROJECT_VERSION}")
target_include_directories(plumbline_options INTERFACE "${CMAKE_SOURCE_DIR}")
# Seventy programs hold much the same code: this linker makes each in a quarter of the time.
find_program(PLUMBLINE_LLD ld.lld)
if(PLUMBLINE_LLD)
    target_link_options(plumbline_options INTERFACE -fuse-ld=lld)
endif()
if(PLUMBLINE_SANITIZE)
    # With sanitizers g++ 12 warns of uninitialized variants where there are none.
    target_compile_options(plumbline_options INTERFACE -Wno-maybe-uninitialized -fno-omit-frame-pointer)
    # A null pointer that is used stops the program by itself, and what lies askew is no error on the machines we know:
    # without these three checks the build takes a quarter less time.
    set(undefined -fsanitize=address,undefined -fno-sanitize=null,alignment,vptr -fno-sanitize-recover=undefined)
    # What is tested is watched; the tests themselves are not, which halves the time it takes to build them.
    target_compile_options(plumbline_options INTERFACE
        "$<$<NOT:$<BOOL:$<TARGET_PROPERTY:PLUMBLINE_UNWATCHED>>>:${undefined}>")
    # At a fixed address, because what the sanitizers know of the program would else be moved at every start of it, and
    # the tests start the command line thousands of times.
    target_link_options(plumbline_options INTERFACE -fsanitize=address,undefined -no-pie)
endif()
if(PLUMBLINE_FUZZ)
    # Qt itself is not instrumented, so what it was called through cannot be told.
    set(fuzz_sanitizers -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize=vptr,function)
    target_compile_options(plumbline_options INTERFACE ${fuzz_sanitizers} -fno-sanitize-recover=undefined
                                                       -fno-omit-frame-pointer)
    target_link_options(plumbline_options INTERFACE ${fuzz_sanitizers})
endif()

# Precompiled headers, one for each set of Qt modules, made once and used by every target: reading Qt's headers costs
# more than compiling what stands below them. The .h files say what they hold; sources still include what they use.
function(plumbline_precompiled name header)
    set(source "${CMAKE_BINARY_DIR}/precompiled/${name}.cpp")
    file(CONFIGURE OUTPUT "${source}" CONTENT "// Carries a precompiled header.\n")
    add_library(plumbline_precompiled_${name} OBJECT "${source}")
    set_target_properties(plumbline_precompiled_${name} PROPERTIES AUTOMOC OFF AUTORCC OFF)
    target_link_libraries(plumbline_precompiled_${name} PRIVATE Plumbline::Options ${ARGN})
    target_precompile_headers(plumbline_precompiled_${name} PRIVATE "${CMAKE_SOURCE_DIR}/cmake/precompiled/${header}")
endfunction()
plumbline_precompiled(core core.h Qt6::Core)
plumbline_precompiled(widgets widgets.h Qt6::Widgets)
# Qt6::Test defines the folder of each test (for QFINDTESTDATA, which no test uses), and a definition that differs from
# one test to the next would make the shared header useless.
set_target_properties(Qt6::Test PROPERTIES INTERFACE_COMPILE_DEFINITIONS QT_TESTLIB_LIB)
plumbline_precompiled(test test.h Qt6::Core Qt6::Test)
plumbline_precompiled(widgettest widgettest.h Qt6::Widgets Qt6::Test)
set_target_properties(plumbline_precompiled_test plumbline_precompiled_widgettest PROPERTIES PLUMBLINE_UNWATCHED ON)

# plumbline_room(Name SOURCES ... LINKS ...): one static library per room, known to others as Plumbline::Name.
function(plumbline_room name)
    cmake_parse_arguments(ROOM "" "" "SOURCES;LINKS" ${ARGN})
    string(TOLOWER "plumbline_${name}" target)
    add_library(${target} STATIC ${ROOM_SOURCES})
    add_library(Plumbline::${name} ALIAS ${target})
    # Eight sources are compiled as one: what they instantiate from the same templates is then made once. Names that
    # are local to a source must therefore differ within a room.
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 8)
    target_link_libraries(${target} PUBLIC Plumbline::Options ${ROOM_LINKS})
    if(CMAKE_CURRENT_SOURCE_DIR MATCHES "/ui/" AND NOT name STREQUAL "Render") # Which knows no widgets.
        target_precompile_headers(${target} REUSE_FROM plumbline_precompiled_widgets)
    else()
        target_precompile_headers(${target} REUSE_FROM plumbline_precompiled_core)
    endif()
endfunction()

# plumbline_tests(core/domain LINKS Plumbline::Domain SUBJECTS field keys ...): one program for the tests of a room,
# made of tests/core/domain/tst_field.cpp and so on; ctest knows each as core/domain/field. WIDGETS for a program with a
# window, SAMPLE where tests begin with the example review, SOURCES for what several of them use. Tests never need a
# screen.
function(plumbline_tests folder)
    cmake_parse_arguments(TESTS "WIDGETS;SAMPLE" "" "LINKS;SUBJECTS;SOURCES" ${ARGN})
    string(REPLACE "/" "_" target "tst_${folder}")
    list(TRANSFORM TESTS_SUBJECTS REPLACE "(.+)" "tst_\\1.cpp" OUTPUT_VARIABLE sources)
    add_executable(${target} ${sources} ${TESTS_SOURCES} "${CMAKE_SOURCE_DIR}/tests/testprogram.cpp")
    target_link_libraries(${target} PRIVATE Plumbline::Options ${TESTS_LINKS} Qt6::Test)
    # As for the rooms; each test stands in a namespace of its own.
    set_target_properties(${target} PROPERTIES PLUMBLINE_UNWATCHED ON UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 6
                                               RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests")
    if(TESTS_WIDGETS)
        target_link_libraries(${target} PRIVATE Qt6::Widgets)
        target_compile_definitions(${target} PRIVATE PLUMBLINE_TEST_WIDGETS)
        target_precompile_headers(${target} REUSE_FROM plumbline_precompiled_widgettest)
    else()
        target_precompile_headers(${target} REUSE_FROM plumbline_precompiled_test)
    endif()
    target_compile_definitions(${target} PRIVATE PLUMBLINE_SOURCE_DIR="${CMAKE_SOURCE_DIR}"
                                                 PLUMBLINE_BIN_DIR="${CMAKE_BINARY_DIR}/bin"
                                                 PLUMBLINE_SAMPLE="${CMAKE_BINARY_DIR}/tests/sample.plumb")
    if(TESTS_SAMPLE)
        add_dependencies(${target} plumbline_sample)
    endif()
    # Tests hold their own moc output, so this file is always empty.
    set_source_files_properties("${CMAKE_CURRENT_BINARY_DIR}/${target}_autogen/mocs_compilation.cpp"
                                PROPERTIES SKIP_PRECOMPILE_HEADERS ON)
    # A night's runs take hours; what is configured for one says so (tests/nightly). By day the address sanitizer keeps
    # freed memory back for a shorter while and four callers of each allocation, which halves the time of the tests.
    set(timeout 900)
    set(asan quarantine_size_mb=2:malloc_context_size=4:max_malloc_fill_size=0)
    if(DEFINED ENV{PLUMBLINE_NIGHTLY})
        set(timeout 86400)
        set(asan malloc_context_size=30)
    endif()
    foreach(subject ${TESTS_SUBJECTS})
        set(home "${CMAKE_BINARY_DIR}/test-home/${folder}/${subject}")
        add_test(NAME ${folder}/${subject} COMMAND ${target} ${subject})
        set_tests_properties(${folder}/${subject} PROPERTIES TIMEOUT ${timeout}
            ENVIRONMENT "QT_QPA_PLATFORM=offscreen;QTEST_FUNCTION_TIMEOUT=900000;TZ=UTC;LC_ALL=C.UTF-8;ASAN_OPTIONS=${asan};XDG_DATA_HOME=${home}")
    endforeach()
endfunction()
