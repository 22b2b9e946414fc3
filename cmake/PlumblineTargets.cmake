# What every target of the project has in common: warnings, sanitizers, and one way to declare a room and a test.

add_library(plumbline_options INTERFACE)
add_library(Plumbline::Options ALIAS plumbline_options)
target_compile_options(plumbline_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow=local -Wnon-virtual-dtor -Woverloaded-virtual)
target_compile_definitions(plumbline_options INTERFACE QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_FOREACH
                                                       PLUMBLINE_VERSION="${PROJECT_VERSION}")
target_include_directories(plumbline_options INTERFACE "${CMAKE_SOURCE_DIR}")
if(PLUMBLINE_SANITIZE)
    # With sanitizers g++ 12 warns of uninitialized variants where there are none.
    target_compile_options(plumbline_options INTERFACE -Wno-maybe-uninitialized -fsanitize=address,undefined
                                                       -fno-sanitize-recover=undefined
                                                       -fno-omit-frame-pointer)
    target_link_options(plumbline_options INTERFACE -fsanitize=address,undefined)
endif()

# plumbline_room(Name SOURCES ... LINKS ...): one static library per room, known to others as Plumbline::Name.
function(plumbline_room name)
    cmake_parse_arguments(ROOM "" "" "SOURCES;LINKS" ${ARGN})
    string(TOLOWER "plumbline_${name}" target)
    add_library(${target} STATIC ${ROOM_SOURCES})
    add_library(Plumbline::${name} ALIAS ${target})
    target_link_libraries(${target} PUBLIC Plumbline::Options ${ROOM_LINKS})
endfunction()

# plumbline_add_test(core/domain/milestone Plumbline::Domain ...): builds tests/core/domain/tst_milestone.cpp and
# adds it to ctest under that name. Tests never need a screen.
function(plumbline_add_test path)
    get_filename_component(folder ${path} DIRECTORY)
    get_filename_component(subject ${path} NAME)
    string(REPLACE "/" "_" target "tst_${path}")
    add_executable(${target} "${CMAKE_SOURCE_DIR}/tests/${folder}/tst_${subject}.cpp")
    target_link_libraries(${target} PRIVATE ${ARGN} Qt6::Test)
    target_compile_definitions(${target} PRIVATE PLUMBLINE_SOURCE_DIR="${CMAKE_SOURCE_DIR}"
                                                 PLUMBLINE_BIN_DIR="${CMAKE_BINARY_DIR}/bin")
    set_target_properties(${target} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests")
    add_test(NAME ${path} COMMAND ${target})
    set_tests_properties(${path} PROPERTIES TIMEOUT 900
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;TZ=UTC;LC_ALL=C.UTF-8;XDG_DATA_HOME=${CMAKE_BINARY_DIR}/test-home/${target}")
endfunction()
