// SPDX-License-Identifier: GPL-3.0-or-later
// Asks EU DSS what level it sees in PDFs: java -cp JAR Grades.java FILE...
// Prints a line per signature, "signature FILE LEVEL intact|broken", and one per time stamp, "timestamp FILE TYPE
// intact|broken". Nothing is fetched: the level is that of the data in the file.
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.signature.AdvancedSignature;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.tsp.TimestampToken;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import java.util.LinkedHashMap;
import java.util.Map;

public class Grades {
    public static void main(String[] files) {
        for (String file : files) {
            grade(file);
        }
    }

    private static void grade(String file) {
        SignedDocumentValidator validator = SignedDocumentValidator.fromDocument(new FileDocument(file));
        validator.setCertificateVerifier(new CommonCertificateVerifier());
        Map<String, TimestampToken> stamps = new LinkedHashMap<>();
        for (AdvancedSignature one : validator.getSignatures()) {
            one.checkSignatureIntegrity();
            boolean intact = one.getSignatureCryptographicVerification().isSignatureIntact()
                    && one.getSignatureCryptographicVerification().isReferenceDataIntact();
            System.out.println("signature " + file + " " + one.getDataFoundUpToLevel() + " " + word(intact));
            one.getAllTimestamps().forEach(stamp -> stamps.put(stamp.getDSSIdAsString(), stamp));
        }
        validator.getDetachedTimestamps().forEach(stamp -> stamps.put(stamp.getDSSIdAsString(), stamp));
        for (TimestampToken stamp : stamps.values()) {
            boolean authentic = false;
            for (CertificateToken certificate : stamp.getCertificateSource().getCertificates()) {
                authentic = authentic || stamp.isSignedBy(certificate);
            }
            System.out.println("timestamp " + file + " " + stamp.getTimeStampType() + " "
                    + word(authentic && stamp.isMessageImprintDataIntact()));
        }
    }

    private static String word(boolean intact) {
        return intact ? "intact" : "broken";
    }
}
