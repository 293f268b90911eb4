#!/usr/bin/env bash
# Compiles the kernels for NVIDIA GPUs, from Turing (2018) on: updates.ptx, which the driver compiles for its card. It needs
# nvcc of CUDA 12 or later, and is only needed after a change to updates.cl or updates.cu; a test says so. Nothing is
# contracted, and division and square root are correctly rounded, so that the bits are those of the other backends.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/src/main/resources/io/github/remanence/kernel/gpu/accelerator"
nvcc -ptx -arch=compute_75 --fmad=false -prec-div=true -prec-sqrt=true -ftz=false updates.cu -o updates.ptx.new
{
  echo "// of $(cat updates.cl updates.cu | sha256sum | cut -d' ' -f1)"
  # No instruction is newer than PTX 7.0, and so no driver need be; ptxas looks whether that is so.
  grep -v '^//' updates.ptx.new | sed 's/^\.version .*/.version 7.0/'
} >updates.ptx
rm updates.ptx.new
ptxas -arch=sm_75 updates.ptx -o /dev/null
