package io.tidings.aws.dynamodb;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** Texts that resemble each other, deflated as one. */
final class PackedTexts {

    private PackedTexts() {}

    static byte[] pack(List<String> texts) {
        // The fastest level packs events ten times as tight; the tightest would spend more on the processor than it
        // saves in the table.
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(packed, deflater, 8_192))) {
            for (String text : texts) {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                out.writeInt(bytes.length);
                out.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail to be written", e);
        } finally {
            deflater.end();
        }
        return packed.toByteArray();
    }

    static List<String> unpack(byte[] packed) {
        List<String> texts = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(packed)))) {
            while (true) {
                texts.add(new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8));
            }
        } catch (EOFException e) {
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException("a kept gathering cannot be read", e);
        }
    }
}
