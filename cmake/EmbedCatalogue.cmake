# Run with -P: writes OUTPUT, which defines tombstone::builtinCatalogue() from
# the .effects files in DIRECTORY, sorted by name.
cmake_minimum_required(VERSION 3.25)

set(source [[
// Generated from lib/Model/catalogue: do not edit.
#include "tombstone/Model/Catalogue.h"

static constexpr tombstone::CatalogueFile Files[] = {
]])
file(GLOB files "${DIRECTORY}/*.effects")
list(SORT files)
foreach(file IN LISTS files)
  cmake_path(GET file FILENAME name)
  file(READ "${file}" text)
  string(APPEND source "    {\"${name}\", R\"effects(${text})effects\"},\n")
endforeach()
# An array of no elements is not C++: the last one is a sentinel.
string(APPEND source [[
    {"", ""}};

llvm::ArrayRef<tombstone::CatalogueFile> tombstone::builtinCatalogue() {
  return llvm::ArrayRef<tombstone::CatalogueFile>(Files).drop_back();
}
]])
file(WRITE "${OUTPUT}" "${source}")
