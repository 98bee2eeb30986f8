package dev.rapt.detector;

import dev.rapt.detector.crop.GreyCrop;
import dev.rapt.detector.face.Box;
import java.util.Objects;

/**
 * A face and the raw figures measured of it; no judgement.
 *
 * @param confidence presence by the landmark model, in [0, 1]
 * @param mouthOpenness inner lip distance over mouth width: about 0 closed, about .5 wide open
 * @param eyeOpenness eye height over eye width, mean of both eyes: about .26 to .32 open
 * @param crop the face as the expression model reads it
 */
public record SeenFace(Box box, float confidence, float mouthOpenness, float eyeOpenness, GreyCrop crop) {

    public SeenFace {
        Objects.requireNonNull(box);
        Objects.requireNonNull(crop);
    }
}
