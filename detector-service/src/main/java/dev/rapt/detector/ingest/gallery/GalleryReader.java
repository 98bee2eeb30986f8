package dev.rapt.detector.ingest.gallery;

import dev.rapt.detector.frame.UnreadableImageException;
import dev.rapt.detector.gallery.Composite;
import dev.rapt.detector.ingest.NotReadyException;

/** Decodes composites; {@link dev.rapt.detector.FramePipeline#openComposite} in production. */
@FunctionalInterface
public interface GalleryReader {

    /**
     * @return to be closed by the caller
     * @throws UnreadableImageException when the picture doesn't decode
     * @throws NotReadyException when the models aren't loaded yet
     */
    Composite open(byte[] picture) throws UnreadableImageException, NotReadyException;
}
