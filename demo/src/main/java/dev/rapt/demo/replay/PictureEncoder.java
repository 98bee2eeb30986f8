package dev.rapt.demo.replay;

import java.awt.image.BufferedImage;
import java.io.IOException;

/** Pictures to bytes, as a bot sends them. For one thread. */
interface PictureEncoder {

    byte[] encode(BufferedImage picture) throws IOException;
}
