package dev.rapt.k8s;

import java.util.List;

/** Something that must hold of every overlay. */
@FunctionalInterface
interface Check {

    /** What is wrong, one sentence each; nothing when all is well. */
    List<String> problems(Rendering rendering);
}
