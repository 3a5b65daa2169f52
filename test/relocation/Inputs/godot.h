// Stands for Godot's core/templates: hash_map.h @014e5ee, a_hash_map.h
// @025d423, hash_set.h and rb_map.h @0408378, in the engine and in godot-cpp.
#include "fake.h"

#include "godot-templates.h"

namespace godot {
#include "godot-templates.h"
}
