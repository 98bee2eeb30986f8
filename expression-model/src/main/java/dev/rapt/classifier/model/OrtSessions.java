package dev.rapt.classifier.model;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.rapt.classifier.model.NativeObjects.Held;

/** Opens sessions of ONNX Runtime that share a machine with others: no spinning, no memory kept for each size of batch. */
final class OrtSessions {

    private OrtSessions() {}

    /** The one environment of the process; it lives as long as the process. */
    static OrtEnvironment environment() {
        return OrtEnvironment.getEnvironment();
    }

    static Held<OrtSession> open(byte[] network, ModelOptions options) throws OrtException {
        try (Held<OrtSession.SessionOptions> held = NativeObjects.hold(new OrtSession.SessionOptions())) {
            OrtSession.SessionOptions settings = held.object();
            settings.setIntraOpNumThreads(options.threads());
            settings.setInterOpNumThreads(1);
            settings.addConfigEntry("session.intra_op.allow_spinning", "0");
            // Batches vary in size and a pattern is kept for each. The arena stays on: measured over mixed batches up
            // to
            // 32 it peaks 20 MB lower than the system's allocator and is no slower
            settings.setMemoryPatternOptimization(false);
            settings.setCPUArenaAllocator(true);
            return NativeObjects.hold(environment().createSession(network, settings));
        }
    }
}
