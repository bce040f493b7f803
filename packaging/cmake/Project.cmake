# Settings that every target of ours shares: one interface target carries language level, warnings and sanitizers.
set(CMAKE_CXX_STANDARD 23)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_AUTORCC ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")

add_library(congvan_flags INTERFACE)
target_compile_options(congvan_flags INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor
                                               -Wold-style-cast -Woverloaded-virtual -Wcast-align
                                               -Wformat=2 -Wimplicit-fallthrough)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  target_compile_options(congvan_flags INTERFACE -Wduplicated-cond -Wlogical-op)
endif()
if(CONGVAN_WERROR)
  target_compile_options(congvan_flags INTERFACE -Werror)
endif()
target_compile_definitions(congvan_flags INTERFACE QT_NO_FOREACH QT_NO_URL_CAST_FROM_STRING QT_NO_CAST_FROM_ASCII
                                                   QT_NO_CAST_TO_ASCII QT_NO_CONTEXTLESS_CONNECT
                                                   QT_STRICT_ITERATORS)
# Floors that read no hostile bytes do without four checks that cost a third of the compiler's time: the address sanitizer
# sees a null or freed object that is used, and Qt's containers align what they hold.
define_property(TARGET PROPERTY CONGVAN_FEWER_CHECKS INITIALIZE_FROM_VARIABLE CONGVAN_FEWER_CHECKS)
if(CONGVAN_SANITIZE)
  target_compile_options(congvan_flags INTERFACE -fsanitize=${CONGVAN_SANITIZE} -fno-omit-frame-pointer
                                                 -fno-sanitize-recover=all)
  target_compile_options(congvan_flags INTERFACE
    $<$<BOOL:$<TARGET_PROPERTY:CONGVAN_FEWER_CHECKS>>:-fno-sanitize=null,alignment,object-size,vptr>)
  target_link_options(congvan_flags INTERFACE -fsanitize=${CONGVAN_SANITIZE})
  # A hundred programs are linked; mold takes a fifth of the time of GNU ld.
  find_program(CONGVAN_MOLD mold)
  if(CONGVAN_MOLD)
    target_link_options(congvan_flags INTERFACE -fuse-ld=mold)
  endif()
  # GCC's own manual: instrumented code makes -Wmaybe-uninitialized see what is not there (std::variant of Qt values, GCC 12).
  # The builds without sanitizers keep the warning.
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(congvan_flags INTERFACE -Wno-maybe-uninitialized)
  endif()
endif()

# What people run holds its floors in itself; where more than a hundred tests are linked, each with sanitizers, they share them.
# A fuzz target keeps them in itself, so that its coverage is of one piece.
if(CONGVAN_SHARED)
  set(congvan_library_kind SHARED)
else()
  set(congvan_library_kind STATIC)
endif()

# congvan_library(name [FEW] sources...): one library of ours, its headers included from the top of the tree. FEW: so few
# sources that a precompiled header would cost more than it saves. Signals and slots are the window's alone: a library whose
# classes have some sets AUTOMOC.
function(congvan_library name)
  cmake_parse_arguments(arg "FEW" "" "" ${ARGN})
  add_library(${name} ${congvan_library_kind} ${arg_UNPARSED_ARGUMENTS})
  target_include_directories(${name} PUBLIC "${CMAKE_SOURCE_DIR}")
  target_link_libraries(${name} PUBLIC congvan_flags)
  if(CONGVAN_PCH AND NOT arg_FEW)
    target_precompile_headers(${name} PRIVATE "${CMAKE_SOURCE_DIR}/packaging/cmake/precompiled.h")
  endif()
endfunction()

# congvan_program(name sources...): one executable of ours; link its floor with target_link_libraries.
function(congvan_program name)
  add_executable(${name} ${ARGN})
  target_include_directories(${name} PRIVATE "${CMAKE_SOURCE_DIR}")
  target_link_libraries(${name} PRIVATE congvan_flags)
endfunction()
