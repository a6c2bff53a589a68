// SPDX-License-Identifier: MIT
pragma solidity ^0.8.20;

/// A dollar for tests on a local chain. With a fee, a transfer delivers less than was sent and says so in its logs.
contract TestDollar {
    uint8 public immutable decimals;
    uint256 public immutable feeBasisPoints;
    mapping(address => uint256) public balanceOf;

    event Transfer(address indexed from, address indexed to, uint256 value);

    constructor(uint8 itsDecimals, uint256 itsFeeBasisPoints, uint256 supply) {
        decimals = itsDecimals;
        feeBasisPoints = itsFeeBasisPoints;
        balanceOf[msg.sender] = supply;
        emit Transfer(address(0), msg.sender, supply);
    }

    function transfer(address to, uint256 value) public returns (bool) {
        uint256 fee = (value * feeBasisPoints) / 10_000;
        balanceOf[msg.sender] -= value;
        if (fee > 0) {
            balanceOf[address(this)] += fee;
            emit Transfer(msg.sender, address(this), fee);
        }
        balanceOf[to] += value - fee;
        emit Transfer(msg.sender, to, value - fee);
        return true;
    }

    /// Several transfers in one transaction, as a wallet that signs a batch makes them. A value of 0 is left out.
    function transferMany(address[] calldata to, uint256[] calldata values) external {
        for (uint256 i = 0; i < to.length; i++) {
            if (values[i] > 0) transfer(to[i], values[i]);
        }
    }
}
