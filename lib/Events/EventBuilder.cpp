//===- EventBuilder.cpp - From source to events ---------------------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "tombstone/Events/EventBuilder.h"
#include "BodyBuilder.h"
#include "clang/Analysis/CFG.h"

using namespace clang;
using namespace tombstone;

Body::Body(const FunctionDecl &Function, std::unique_ptr<CFG> Graph)
    : Function(Function), Graph(std::move(Graph)) {}
Body::~Body() = default;

llvm::ArrayRef<Event> Body::events(const CFGBlock &Block,
                                   unsigned Element) const {
  const std::vector<uint32_t> &S = Starts[Block.getBlockID()];
  return llvm::ArrayRef(Events).slice(S[Element], S[Element + 1] - S[Element]);
}

llvm::ArrayRef<Event> Body::events(const CFGBlock &Block) const {
  const std::vector<uint32_t> &S = Starts[Block.getBlockID()];
  return llvm::ArrayRef(Events).slice(S.front(), S.back() - S.front());
}

llvm::ArrayRef<Event> Body::edgeEvents(const CFGBlock &Block,
                                       unsigned Successor) const {
  auto It = OnEdges.find({Block.getBlockID(), Successor});
  if (It == OnEdges.end())
    return {};
  return It->second;
}

std::unique_ptr<CFG> EventBuilder::buildGraph(ASTContext &Context,
                                              const FunctionDecl &Function) {
  if (!Function.hasBody() || Function.isDependentContext())
    return nullptr;
  CFG::BuildOptions Options;
  Options.setAllAlwaysAdd();
  Options.AddEHEdges = true;
  Options.AddInitializers = true;
  Options.AddImplicitDtors = true;
  Options.AddTemporaryDtors = true;
  Options.AddLifetime = true;
  Options.AddCXXDefaultInitExprInCtors = true;
  return CFG::buildCFG(&Function, Function.getBody(), &Context, Options);
}

std::unique_ptr<Body> EventBuilder::build(const FunctionDecl &Function,
                                          std::unique_ptr<CFG> Graph) {
  auto Result = std::make_unique<Body>(Function, std::move(Graph));
  BodyBuilder(Context, Effects, Words, Sites, *Result, Callables, Wanted,
              AnyoneCalls)
      .run();
  return Result;
}
