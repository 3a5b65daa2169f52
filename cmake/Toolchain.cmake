# The compiler, LLVM 22.1 and the flags that every target shares.
# Defines: tombstone_flags (an interface library), TOMBSTONE_RESOURCE_DIR and
# TOMBSTONE_LLVM_BIN (the folder of FileCheck, not, lit, clang-tidy).

# g++ mangles some of LLVM's names differently: a plugin that it built dies
# after loading.
if(NOT CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
  message(FATAL_ERROR "Tombstone must be compiled by clang++-22, not by "
    "${CMAKE_CXX_COMPILER}: use `cmake --preset release`.")
endif()

find_program(TOMBSTONE_LLVM_CONFIG NAMES llvm-config-22 llvm-config
  DOC "llvm-config of LLVM 22.1")
if(TOMBSTONE_LLVM_CONFIG)
  execute_process(COMMAND "${TOMBSTONE_LLVM_CONFIG}" --version
    OUTPUT_VARIABLE llvm_version OUTPUT_STRIP_TRAILING_WHITESPACE)
  if(NOT llvm_version MATCHES "^22\\.1(\\.|$)")
    message(FATAL_ERROR "Tombstone needs LLVM 22.1, but "
      "${TOMBSTONE_LLVM_CONFIG} is of LLVM '${llvm_version}': install "
      "llvm-22-dev (tools/setup) or set TOMBSTONE_LLVM_CONFIG.")
  endif()
  execute_process(COMMAND "${TOMBSTONE_LLVM_CONFIG}" --cmakedir
    OUTPUT_VARIABLE llvm_cmake_dir OUTPUT_STRIP_TRAILING_WHITESPACE)
  cmake_path(GET llvm_cmake_dir PARENT_PATH llvm_cmake_parent)
endif()
find_package(Clang QUIET CONFIG HINTS "${llvm_cmake_parent}/clang")
if(NOT Clang_FOUND)
  message(FATAL_ERROR "Tombstone needs LLVM 22.1 with its clang headers "
    "(Debian: libclang-22-dev llvm-22-dev), found none: run tools/setup.")
endif()
if(NOT LLVM_VERSION MATCHES "^22\\.1(\\.|$)")
  message(FATAL_ERROR "Tombstone needs LLVM 22.1, found LLVM ${LLVM_VERSION} "
    "in ${LLVM_DIR}: set TOMBSTONE_LLVM_CONFIG to llvm-config-22.")
endif()
set(TOMBSTONE_LLVM_BIN "${LLVM_TOOLS_BINARY_DIR}")
execute_process(COMMAND "${TOMBSTONE_LLVM_BIN}/clang" -print-resource-dir
  OUTPUT_VARIABLE TOMBSTONE_RESOURCE_DIR OUTPUT_STRIP_TRAILING_WHITESPACE
  COMMAND_ERROR_IS_FATAL ANY)
message(STATUS "LLVM ${LLVM_VERSION} in ${LLVM_DIR}")

if(TOMBSTONE_CCACHE)
  find_program(TOMBSTONE_CCACHE_PROGRAM ccache)
  if(TOMBSTONE_CCACHE_PROGRAM)
    set(CMAKE_CXX_COMPILER_LAUNCHER "${TOMBSTONE_CCACHE_PROGRAM}")
  endif()
endif()

add_library(tombstone_flags INTERFACE)
target_include_directories(tombstone_flags
  INTERFACE "${PROJECT_SOURCE_DIR}/include" "${PROJECT_SOURCE_DIR}")
# Only LLVM's own folders: libc++abi-22-dev puts a cxxabi.h beside them, which
# does not go together with the headers of libstdc++.
set(TOMBSTONE_LLVM_INCLUDE "${CMAKE_BINARY_DIR}/llvm-include")
file(MAKE_DIRECTORY "${TOMBSTONE_LLVM_INCLUDE}")
foreach(directory ${LLVM_INCLUDE_DIRS} ${CLANG_INCLUDE_DIRS})
  foreach(folder llvm llvm-c clang clang-c clang-tidy)
    if(EXISTS "${directory}/${folder}")
      file(CREATE_LINK "${directory}/${folder}"
        "${TOMBSTONE_LLVM_INCLUDE}/${folder}" SYMBOLIC)
    endif()
  endforeach()
endforeach()
target_include_directories(tombstone_flags SYSTEM
  INTERFACE "${TOMBSTONE_LLVM_INCLUDE}")
separate_arguments(llvm_definitions NATIVE_COMMAND "${LLVM_DEFINITIONS}")
target_compile_definitions(tombstone_flags INTERFACE ${llvm_definitions})
target_compile_options(tombstone_flags INTERFACE -Wall -Wextra
  $<$<BOOL:${TOMBSTONE_WERROR}>:-Werror>)
if(TOMBSTONE_SANITIZE)
  target_compile_options(tombstone_flags INTERFACE
    -fsanitize=${TOMBSTONE_SANITIZE} -fno-omit-frame-pointer)
  target_link_options(tombstone_flags INTERFACE
    -fsanitize=${TOMBSTONE_SANITIZE})
endif()
